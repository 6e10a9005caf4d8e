// The parts of the terminal's care that must be C: what runs inside a signal handler, where neither
// Swift nor ncurses may be called, and descriptors that Glibc's module does not show.

#ifndef ROLECALL_CTERMINAL_H
#define ROLECALL_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: - Wake-ups (wakeup.c)

/// A descriptor that becomes readable when it is posted to; -1 with errno when there is none.
int terminal_wakeup_open(void);

/// Makes the descriptor readable; may be called from any thread and from a signal handler.
void terminal_wakeup_post(int descriptor);

/// Makes the descriptor unreadable until the next post.
void terminal_wakeup_clear(int descriptor);

// MARK: - Updates (memory.c)

/// A descriptor that can be written to and read back, of memory; -1 with errno when there is none.
int terminal_memory_open(void);

// MARK: - Signals (guard.c)

/// What a signal asks of the main thread; bits of one set.
enum {
  /// The terminal's size may have changed.
  TERMINAL_NOTICE_RESIZED = 1 << 0,
  /// Somebody asked the process to stop.
  TERMINAL_NOTICE_STOP = 1 << 1,
  /// The process runs again after a stop.
  TERMINAL_NOTICE_CONTINUED = 1 << 2,
};

/// Remembers the terminal's modes and takes over the signals that concern it.
///
/// Must run before ncurses opens the terminal: ncurses leaves a signal alone that has a handler.
/// False when the guard is in place already, or the terminal cannot be read.
bool terminal_guard_install(int input, int output, int wakeup);

/// Says what to write to bring the screen back, and that from now on it needs to be brought back.
///
/// Bytes past an inner limit of 2 KiB are left out.
void terminal_guard_arm(const void *_Nonnull bytes, size_t length);

/// Says that the screen has been brought back.
void terminal_guard_disarm(void);

/// Gives the signals back to whoever had them before.
///
/// With `ignoring_hangup` SIGHUP stays ignored: a terminal that goes away is reported by the kernel and
/// by the shell, and the second report must not end a process that is putting its things in order.
void terminal_guard_remove(bool ignoring_hangup);

/// The notices of `mask` that have come since they were taken last.
uint32_t terminal_guard_take(uint32_t mask);

/// The first of SIGINT, SIGTERM and SIGHUP that came; 0 for none.
int terminal_guard_ending_signal(void);

/// Stops the process group as Ctrl-Z would, and returns when it runs again.
///
/// Returns at once where nobody could continue it (no job control).
void terminal_guard_stop_process_group(void);

// MARK: - Standard error (errors.c)

/// Sends standard error into memory, if it goes to a terminal; false when it stays where it was.
bool terminal_errors_capture(void);

/// Cuts what was captured to the first MiB and counts the rest.
void terminal_errors_bound(void);

/// Gives standard error back and copies to it what was captured; safe in a signal handler.
void terminal_errors_release(void);

#endif
