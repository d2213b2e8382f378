// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/console.h"

#include <fcntl.h>
#include <linux/kd.h>
#include <linux/vt.h>
#include <sys/ioctl.h>
#include <sys/sysmacros.h>

#include "drivers/wait/waiter.h"

namespace tertulia {
namespace {

// The number of a console: 7 for /dev/tty7, also when it was opened as /dev/tty.
unsigned number_of(const Descriptor& terminal) {
  unsigned device = 0;
  return ioctl(terminal.get(), TIOCGDEV, &device) == 0 ? minor(device) : 0;
}

}  // namespace

struct Console::State {
  Descriptor terminal;
  int keyboard = K_UNICODE;
  int picture = KD_TEXT;
  unsigned before = 0;  // the console that was in front; 0: this one, or unknown
};

Console::Console() {
  for (const char* path : {"/dev/tty", "/dev/tty0"}) {
    Descriptor terminal(open(path, O_RDWR | O_CLOEXEC | O_NOCTTY));
    int picture = KD_TEXT;
    if (!terminal.is_open() || ioctl(terminal.get(), KDGETMODE, &picture) != 0) continue;
    state_ = std::make_unique<State>();
    state_->picture = picture;
    ioctl(terminal.get(), KDGKBMODE, &state_->keyboard);
    ioctl(terminal.get(), KDSKBMODE, K_OFF);
    ioctl(terminal.get(), KDSETMODE, KD_GRAPHICS);
    vt_stat consoles{};
    const unsigned own = number_of(terminal);
    if (own != 0 && ioctl(terminal.get(), VT_GETSTATE, &consoles) == 0 && consoles.v_active != own &&
        ioctl(terminal.get(), VT_ACTIVATE, own) == 0)
      state_->before = consoles.v_active;
    state_->terminal = std::move(terminal);
    return;
  }
}

Console::~Console() {
  if (!state_) return;
  const int terminal = state_->terminal.get();
  ioctl(terminal, KDSETMODE, state_->picture);
  ioctl(terminal, KDSKBMODE, state_->keyboard);
  if (state_->before != 0) ioctl(terminal, VT_ACTIVATE, state_->before);
}

}  // namespace tertulia
