#include "CTerminal.h"

#include <sys/mman.h>

int terminal_memory_open(void) { return memfd_create("update", MFD_CLOEXEC); }
