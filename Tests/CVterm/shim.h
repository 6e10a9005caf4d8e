// libvterm, and what it only tells through callbacks: the properties of the terminal.

#ifndef ROLECALL_VTERM_SHIM_H
#define ROLECALL_VTERM_SHIM_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <vterm.h>

/// What programs have set besides cells.
typedef struct {
  bool is_cursor_visible;
  bool is_alternate_screen;
  /// Whether clicks are reported.
  bool is_mouse_reported;
  char title[512];
} vterm_properties;

static inline int vterm_note_property(VTermProp property, VTermValue *_Nonnull value, void *_Nullable user) {
  vterm_properties *properties = (vterm_properties *)user;
  switch (property) {
    case VTERM_PROP_CURSORVISIBLE: properties->is_cursor_visible = value->boolean; return 1;
    case VTERM_PROP_ALTSCREEN: properties->is_alternate_screen = value->boolean; return 1;
    case VTERM_PROP_MOUSE: properties->is_mouse_reported = value->number != 0; return 1;
    case VTERM_PROP_TITLE:
      snprintf(properties->title, sizeof properties->title, "%s", value->string);
      return 1;
    default: return 1;
  }
}

/// Has the screen write its properties to `properties`, which must outlive it.
static inline void vterm_observe(VTermScreen *_Nonnull screen, vterm_properties *_Nonnull properties) {
  static const VTermScreenCallbacks callbacks = {.settermprop = vterm_note_property};
  vterm_screen_set_callbacks(screen, &callbacks, properties);
}

#endif
