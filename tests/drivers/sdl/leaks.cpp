// SPDX-License-Identifier: Apache-2.0
// Link this into tests that open an SDL window, so that AddressSanitizer tells of our leaks only: SDL 2.26
// loads D-Bus and leaves its memory at the end; on Wayland it and Mesa leave more, from libraries that are
// unloaded by then and cannot be named.
#include <cstdlib>

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libdbus-1.so\n"; }

extern "C" int __lsan_is_turned_off();
extern "C" int __lsan_is_turned_off() { return std::getenv("WAYLAND_DISPLAY") != nullptr ? 1 : 0; }
