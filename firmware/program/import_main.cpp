// SPDX-License-Identifier: Apache-2.0
// tertulia-import, the importer of foreign files: locks itself down, reads the visit pack that its one
// argument names, prints it as canonical JSON and ends. A program of its own, so that the appliance carries
// none of the parsers.
#include <cstdlib>
#include <exception>
#include <iostream>

#include "drivers/linux/child_process.h"
#include "firmware/formats/pack/canonical.h"
#include "firmware/formats/pack/pack.h"

namespace tertulia {
namespace {

void import_pack(const std::string& path) {
  if (lock_down() == LockDown::kUnavailable)
    std::cerr << "This kernel has no seccomp: only the limits on time and memory protect this device.\n";
  std::cout << formats::to_canonical(formats::read_pack(path));
  std::cout.flush();
}

}  // namespace
}  // namespace tertulia

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "tertulia-import PACK\n";
    return 2;
  }
  try {
    tertulia::import_pack(argv[1]);
  } catch (const std::exception& problem) {
    std::cerr << "tertulia-import ended: " << problem.what() << '\n';
    std::_Exit(70);
  }
  // What runs at a normal exit may need what lock_down() took away: leave at once.
  std::_Exit(std::cout.good() ? 0 : 1);
}
