import Glibc

/// The character set that ncurses measures and writes text in.
enum TerminalLocale {
  /// Takes the environment's locale, and UTF-8 where that names another character set.
  ///
  /// Without it every width is unknown to the C library.
  static func prepare() {
    setlocale(LC_ALL, "")
    guard let name = nl_langinfo(Int32(CODESET)), String(cString: name) == "UTF-8" else {
      setlocale(LC_CTYPE, "C.UTF-8")
      return
    }
  }
}
