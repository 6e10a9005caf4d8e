// What Swift cannot see of ncurses by itself: its variables (`stdscr` and friends are shared mutable
// state, which Swift 6 refuses), its cast macros, and the few calls that need a C type spelled out.

#ifndef ROLECALL_NCURSES_SHIM_H
#define ROLECALL_NCURSES_SHIM_H

// Settings of a package do not reach the modules that import this header, so it defines them itself.
// Without the second one the wide calls do not exist.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

/// An open terminal: what ncurses made of it, and the streams that it was given.
typedef struct {
  SCREEN *_Nullable screen;
  FILE *_Nullable output;
  FILE *_Nullable input;
} ncurses_terminal;

/// Ends what `ncurses_open` began; `endwin` must have been called.
static inline void ncurses_close(ncurses_terminal *_Nonnull terminal) {
  if (terminal->screen != NULL) delscreen(terminal->screen);
  if (terminal->output != NULL) fclose(terminal->output);
  if (terminal->input != NULL) fclose(terminal->input);
  *terminal = (ncurses_terminal){0};
}

/// Opens a terminal on copies of two descriptors; false when its type is unknown to terminfo.
static inline bool ncurses_open(
    ncurses_terminal *_Nonnull terminal, const char *_Nullable type, int output, int input) {
  int output_copy = dup(output), input_copy = dup(input);
  terminal->output = output_copy < 0 ? NULL : fdopen(output_copy, "w");
  terminal->input = input_copy < 0 ? NULL : fdopen(input_copy, "r");
  terminal->screen = NULL;
  if (terminal->output != NULL && terminal->input != NULL)
    terminal->screen = newterm(type, terminal->output, terminal->input);
  if (terminal->screen != NULL) return true;
  ncurses_close(terminal);
  return false;
}

/// The window that covers the screen.
static inline WINDOW *_Nullable ncurses_window(void) { return stdscr; }
/// How many rows ncurses takes the screen to have.
static inline int ncurses_rows(void) { return LINES; }
/// How many columns ncurses takes the screen to have.
static inline int ncurses_columns(void) { return COLS; }
/// How many colours the terminal has; 0 before they are started.
static inline int ncurses_colors(void) { return COLORS; }
/// How many pairs of colours can be in use at once.
static inline int ncurses_color_pairs(void) { return COLOR_PAIRS; }
/// Makes the next update paint everything anew.
static inline void ncurses_repaint_everything(void) { clearok(curscr, true); }

static inline attr_t ncurses_attribute_bold(void) { return WA_BOLD; }
static inline attr_t ncurses_attribute_dim(void) { return WA_DIM; }
static inline attr_t ncurses_attribute_reverse(void) { return WA_REVERSE; }
static inline attr_t ncurses_attribute_underline(void) { return WA_UNDERLINE; }

/// The code of a function key.
static inline int ncurses_function_key(int number) { return KEY_F(number); }

/// A terminfo string such as "rmcup"; NULL when the terminal has none.
static inline const char *_Nullable ncurses_capability(const char *_Nonnull name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Forgets the sequence that terminfo has for the mouse, so that its bytes arrive one by one.
static inline void ncurses_forget_mouse_key(void) { define_key(NULL, KEY_MOUSE); }

/// One cell from one spacing scalar and the marks on it; `text` ends with 0. The pair travels as an
/// int, because the short that ncurses had for it is too small for every terminal.
static inline void ncurses_make_cell(
    cchar_t *_Nonnull cell, const wchar_t *_Nonnull text, attr_t attributes, int pair) {
  setcchar(cell, text, attributes, 0, &pair);
}

#endif
