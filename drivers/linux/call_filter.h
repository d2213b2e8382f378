// SPDX-License-Identifier: Apache-2.0
// Which system calls a reader of files may make. Part of the sandbox (sandbox.h).
#pragma once

namespace tertulia {

// Every call that is not listed in call_filter.cpp fails with EPERM from now on, for this process and for
// ever. False: the kernel has no seccomp, and nothing has changed.
[[nodiscard]] bool filter_calls();

}  // namespace tertulia
