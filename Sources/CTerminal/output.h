// Writing from a signal handler; shared by the files of this folder.

#ifndef ROLECALL_CTERMINAL_OUTPUT_H
#define ROLECALL_CTERMINAL_OUTPUT_H

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

/// Writes everything, or as much as the descriptor takes before it fails.
static inline void terminal_write_all(int descriptor, const void *bytes, size_t length) {
  const char *next = bytes;
  while (length > 0) {
    ssize_t written = write(descriptor, next, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    next += written;
    length -= (size_t)written;
  }
}

#endif
