// SPDX-License-Identifier: Apache-2.0
// Says to the kernel of a guest of tests/kms/run whether the network has set its clock, as a time service
// does.
//   tertulia-test-clock good|unknown
#include <cstdio>
#include <string_view>

#include <sys/timex.h>

int main(int count, char** arguments) {
  const std::string_view what = count == 2 ? arguments[1] : "";
  if (what != "good" && what != "unknown") return 2;
  timex state{};
  state.modes =
      ADJ_STATUS | ADJ_ESTERROR | ADJ_MAXERROR;  // after an error of 16 s the kernel trusts it no more
  state.status = what == "good" ? STA_PLL : STA_UNSYNC;
  if (adjtimex(&state) >= 0) return 0;
  std::perror("adjtimex");
  return 1;
}
