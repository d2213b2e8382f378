// SPDX-License-Identifier: Apache-2.0
// SIGTERM and SIGINT ask a program to stop. A program blocks them before it starts a thread, and reads them
// in one place: a Waiter reads them in its poll(), and wait_for_stop_signal() sleeps until one arrives.
#pragma once

#include <csignal>

namespace tertulia {

[[nodiscard]] sigset_t stop_signals();

// In the calling thread and in those that it starts from now on. A thread that runs already would still be
// killed. Child processes inherit the mask too: one that must heed SIGTERM unblocks it before exec.
void block_stop_signals();

// Blocks until one of the two arrives. The calling thread must have blocked them.
void wait_for_stop_signal();

}  // namespace tertulia
