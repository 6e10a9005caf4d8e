/// A key pair that was made for tests, and is known to everybody.
enum TestKeyPair {
  static let privateKey = """
    -----BEGIN PRIVATE KEY-----
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCoCmkFuiOfA355
    nztSk5IPyRojZgrNyTgb+1KhWEAQzBYJi5MbgoKrMVL3USVcqAjfAl0fq8ys4HWW
    oDqeQI/UgIazUWN3iXmpaRWqisiZA0JxpXue7OTBNtWbGZmRQDNcxtcDyWfsAisa
    6M+5Xa6WvqQ81ssWQ1C16yb/+49D858SdBVlq/U0iAT2oUUmxgw6T9oZT81PnlMm
    VzK8mpeUQOWgQs9sL8TwP06KxDUYnqfE4zbRgHZiTVSUUK1loNoOFprCoDi4j0O1
    h3STJDxK+i2p+zCTMBb7DUz9fbBJKD9xNcfaCMB/CJRuLy07/jSX1vGe92u2302B
    hwgM5EUzAgMBAAECggEAMNGBbFQE6DvsIOpFIjrUCrj6WoFZLyq/ncV4Xn5UcmzQ
    FCrT7ICQdKqqN0aAS7hXh25Y3owbNLgrAT0Aepw4DNzgBTVmZ8JtMW3hiP+zwlxD
    j9+rF+MrnARRrzMTPbMAmPn9WlDHW7XPjwxG2MviHlI5RaGDM68PwiIUXPbYyr0B
    sDQ4Xe2wQzXFnIdXCkI1C1K1mTFWXs8cyFfMpGxPvXgZdii/EXpTyyIs32fgLVzi
    mxwo1CSDR7z8Y4ubMXpJKAmrbvcKxGgVlzFtqRwsMC5uN88ReHQ7g2LSFFs4xH8q
    p5yTboLUosc0AG8w2Udhqo23J1S5td91SI6FE+8GcQKBgQDhkTMph0ywGD3kzPIJ
    fueLTXuLlLgTJ7jYOl2IIRxMfmPESCgMiyooky2345g66aTOzLONJ8YWDoWSrIJ3
    wE/GI2IDGZGU8y8vib8sQp5KxH2726SEtvbvPOnRCCRi3zC8ByjKDK8pZuSzat+t
    t2kjNLueoOfPWmhlpwiRpOY4gwKBgQC+tlGDL1W6Rykqc5U4qaksfEq3tIjICV48
    K9CCXjjFG73iICW3adqS9yuvwwcrISVs8lBE++kUwI19GLbkNefZhj3EIxWRYL/c
    CAeneC8DRpH6r+MIxtQQX1kzS5epews3TQuSgsGZAkQf8Z6+UsT9Pw24lnaXUVX7
    UOSdWjdBkQKBgQCjSKmhiUixPIspYlZfG1dflrI1Q23Qp/N9yxpD3bwPf3qW7qjX
    E7Jr9saklANxugpMjQ/4wW76Ln7wwyIar8LPqnNbzRl+ml9w6STTVFIjy4M9Bu1c
    CNpOKmkToPI+BFTR99jGElKGBO7PFjFfHiLkklqypMXJayehVj20uIrTIwKBgAK0
    z59O8qZ8EAd8MGfncHEjKmRE+ZPtHhs4e/L9p0yUwjMNRbu+ks13GHWcDOP9ymwr
    XBw+fuY+fUODMEU4xpt9ni7EWLABcXeL3Z/wwqoHPFcUW+Jp/+Rjlf52WiabimM0
    gq+Hj3u+Xn0djqUgw47ccDNoXzJygwfX9AaPmy0hAoGANXifEeFN3sHaVKuF8pZr
    FJ+qNdOMbFJRXIwzS1pi5jiYOgMsBT4HlKW4nIObmkauKWuryW9mHlvEcX4qwl3a
    WHRYSEHrW2jpueWHpmhoYgcJXb6nF5ZYtrMOLdeIdrGbMzX12YxWUiLxqnQn5oRY
    gPCiCFfleH4RB237K1dSEGk=
    -----END PRIVATE KEY-----
    """

  static let publicKey = """
    -----BEGIN PUBLIC KEY-----
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqAppBbojnwN+eZ87UpOS
    D8kaI2YKzck4G/tSoVhAEMwWCYuTG4KCqzFS91ElXKgI3wJdH6vMrOB1lqA6nkCP
    1ICGs1Fjd4l5qWkVqorImQNCcaV7nuzkwTbVmxmZkUAzXMbXA8ln7AIrGujPuV2u
    lr6kPNbLFkNQtesm//uPQ/OfEnQVZav1NIgE9qFFJsYMOk/aGU/NT55TJlcyvJqX
    lEDloELPbC/E8D9OisQ1GJ6nxOM20YB2Yk1UlFCtZaDaDhaawqA4uI9DtYd0kyQ8
    SvotqfswkzAW+w1M/X2wSSg/cTXH2gjAfwiUbi8tO/40l9bxnvdrtt9NgYcIDORF
    MwIDAQAB
    -----END PUBLIC KEY-----
    """

  /// The private key's body, without what every key begins and ends with.
  static var secretLines: [String] {
    privateKey.split(separator: "\n").dropFirst().dropLast().map(String.init)
  }
}
