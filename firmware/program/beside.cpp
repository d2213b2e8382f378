// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/beside.h"

#include <cerrno>
#include <iostream>
#include <system_error>

#include <unistd.h>

namespace tertulia {

std::filesystem::path program_beside_this(std::string_view name) {
  std::error_code none;
  return std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / name;
}

int become_program(std::string_view name, std::vector<std::string> arguments) {
  std::string program = program_beside_this(name);
  std::vector<char*> words = {program.data()};
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  execv(program.c_str(), words.data());
  std::cerr << program << " cannot be started (" << std::generic_category().message(errno)
            << "). Install it beside this program.\n";
  return 1;
}

}  // namespace tertulia
