/// The RSA key that every local tenant signs its tokens with.
///
/// It is no secret, and protects nothing.
/// Auth0 signs with RS256, and so does the tenant; but to make a key takes up to 0.4 s, which each
/// start would wait for. This one is published here instead: whoever can reach the tenant's port,
/// which is on loopback alone, may do what they like to people who do not exist. Nothing else
/// must ever trust it. The key's id is another one in each run, as if the key were.
enum DevelopmentKey {
  /// The key as PEM.
  static let pem = """
    -----BEGIN RSA PRIVATE KEY-----
    MIIEpAIBAAKCAQEA4Qa8pohENWmCokDx6+aD3jMxxC4VFOds3n2sIGW0x8M6pl8I
    gTqqJCun9n3BO9Y8L8hXN551XvF6LvhTC8sOBK1qCfYyFKr+3dmTpk+txvNIR/ME
    0dNa1wriBM29m+hZGQ0E8uqh6CwgSTHFMCtyLCVYjdPn4+aKfanl1GkwRoa5mvIq
    sodqdzazPkcMq6Ie8vzDF4oiR9WP9tzewIEWYXnVayMnKR3EzDY4l29aif2HBnEq
    KW0P9UeJ37HFm9rVugzxaMSHsFDjj4DtKqyI1cuBhyYLQhx6zyGXzaYyNlbZZxID
    fyOLXRSVFX3ut28/hMmlofFMFAxaTtwyJu4XewIDAQABAoIBADTD9yWXq2LY6Fxy
    nSfDSGWonIFTivb5Y1JyppN8Nd1nvo93lk9zOaU8pWiLyW1mCXvs3uK4Ye5O8mck
    LJkF1rYrEcPfOpQVGqlb1R747RdLQcY5SoaHKHRnZWNZ+R2faJESt/fcI/YErtdq
    98GZVm7anP6401Xh39Siq7VYqwzGJwkNEVOpuwDPmoj3Ma7uFuaUzbYVRChy4lNy
    xkHw5ypeQKM8OAQJLNvZI1o5jOZFPjLd9uXscNUotmM1Lxeai1RPRYUyxBgQLFqs
    m/1W5ARg63uxzdIkIpdpIFPeqLc3WQCIzZvLWjwSa02eo6M2PcV7ZpF7zjIl1Iur
    yMz/YFkCgYEA+RQYP74Guuc7jq7Ko4O0d1W3oCBLZT0C8Vcjv9zeIKopkgTKaYmb
    Z2MEp52P9B3agnC7son19MBorXqjej0LehHdlGK1qULY+WZsA4w28KUsjU9jXAya
    cZq+oRwVBCicXSN6zJNCUSw/l/1DqwRJPGWvXw2dDUGs85tp6U7tXikCgYEA50eJ
    7PEi/tTUNuI7watEm1WLGPj6WeU7Z9H0i+psF9psOXrWyqmXwZYr9RZ6GxZRZ3OM
    Pccsbh1IBGKH57BxXyhe6N9fSHZGvXW4SdTI6h7UpZAJn+AxJ6faAGW0UdR0kwFA
    VoEdrByDrA79zEs+LxrJA7jpz6B4ui1F6j5btQMCgYAUfSmtfKUzFLhaeVhj8P6U
    XnG3c1CgaE9oqOFg8/s1tqmqwEgiPFaTP5rvas+fpiEGX92gxyZ7VqSFuLPf50ud
    ZADVJvWIkd4lTd6OwCb4zq2GhkRHGyZNOAx8VkIIUIrkQnnkgCyRXtFwYD4DwFuB
    4190szr7Dy757wvcTEjMWQKBgQDIkt4mwqla3zB7uI+iUenZ3MIZEjPrqkVusEKo
    5NCBj0e0QbftYk7d8GKG1stmmmBWm3rQSN9bT8GZK+o5IGfx4o0M4Es+CHUo8eK1
    BPiJMduxCc2O/VsjzQnetlU/ckT3CGrHmoolLUVz/jxU5Bw1tcEGnWMIUV7h90le
    8F2QCQKBgQDuf7RsoWs7KDrweJLZoQyJoCe+m2aM8P7SNeWe1XtpnFPHW7GnUQRU
    WnIBJT/0v4D8l3k2NloMnsIrzVj8Dn+6JuXB7f40mmEGxc0Jw6oMppdRGwbVQ0IY
    703fXkLsgWdOpL6vbJuU1tFIAT9cYBCnaQFRKsZ+DFZlocxmrQR1nQ==
    -----END RSA PRIVATE KEY-----
    """
}
