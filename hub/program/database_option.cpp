// SPDX-License-Identifier: Apache-2.0
#include "hub/program/database_option.h"

#include <CLI/CLI.hpp>

namespace tertulia::hub {

void add_database_option(CLI::App& command, std::string& name) {
  command
      .add_option(
          "--database", name,
          "the hub's SQLite file, or postgresql://USER@HOST/DATABASE. Put a password into ~/.pgpass, into "
          "the file that PGPASSFILE names, or into a service (postgresql:///?service=NAME), never here")
      ->required();
}

}  // namespace tertulia::hub
