// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/agenda_fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tertulia::read_as_agenda("schedule.xml", tertulia::as_text(data, size));
  return 0;
}
