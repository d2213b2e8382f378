// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/console.h"

#include <fcntl.h>
#include <linux/kd.h>
#include <sys/ioctl.h>

#include "drivers/wait/waiter.h"

namespace tertulia {

struct Console::State {
  Descriptor terminal;
  int keyboard = K_UNICODE;
  int picture = KD_TEXT;
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
    state_->terminal = std::move(terminal);
    return;
  }
}

Console::~Console() {
  if (!state_) return;
  ioctl(state_->terminal.get(), KDSETMODE, state_->picture);
  ioctl(state_->terminal.get(), KDSKBMODE, state_->keyboard);
}

}  // namespace tertulia
