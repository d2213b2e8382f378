// SPDX-License-Identifier: Apache-2.0
// SDL 2.26 loads D-Bus and leaves its memory at the end; link this into tests that open an SDL window, so
// that AddressSanitizer tells of our leaks only.

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libdbus-1.so\n"; }
