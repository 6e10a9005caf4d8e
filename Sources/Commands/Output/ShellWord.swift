/// A word of a command line that can be pasted into a shell as it is printed.
struct ShellWord: Hashable {
  /// The word, quoted where a shell would take some of it otherwise.
  let text: String

  init(_ word: String) {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "-_./:@%+=,".utf8.contains(byte)
      }
    text = isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
