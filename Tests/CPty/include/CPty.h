// Programs on pseudo terminals, for tests.

#ifndef ROLECALL_CPTY_H
#define ROLECALL_CPTY_H

#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

/// Starts a program as the leader of a session of its own, on a pseudo terminal of a given size.
///
/// It gets default signal dispositions and no descriptor but the terminal's. `master` is the terminal's
/// other side, non-blocking. -1 with errno when it cannot be started; a program that cannot be executed
/// ends with status 127.
pid_t pty_spawn(
    const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
    char *_Nullable const *_Nonnull environment, int columns, int rows, int *_Nonnull master);

/// Opens a pseudo terminal without a program; false with errno when there is none.
bool pty_open(int columns, int rows, int *_Nonnull master, int *_Nonnull slave);

/// Tells the terminal its new size, and thereby the program in front.
bool pty_resize(int master, int columns, int rows);

/// A descriptor that becomes readable when the process ends; -1 with errno when there is none.
int pty_process_descriptor(pid_t process);

/// How a process has ended.
typedef struct {
  /// Whether it has.
  bool has_ended;
  /// Its exit status; -1 when a signal ended it.
  int status;
  /// The signal that ended it; 0 when it exited.
  int signal;
} pty_end;

/// Asks whether a child has ended, without waiting.
pty_end pty_poll_end(pid_t process);

/// Sends a signal to the process group in front of the terminal.
bool pty_signal_foreground(int master, int number);

#endif
