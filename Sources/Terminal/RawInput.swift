/// What one call of `wgetch` gives.
///
/// The narrow call, not `wget_wch`: that one loses the first half of a character whose second half has
/// not arrived yet, and after an invalid byte it swallows the keys that follow.
enum RawInput: Hashable {
  /// A byte that is no part of a sequence that terminfo knows.
  case byte(UInt8)
  /// A sequence that terminfo knows, as one of ncurses' key codes.
  case code(Int32)
  /// Nothing more waits at the moment.
  case idle
}
