// SPDX-License-Identifier: Apache-2.0
// How a command of the hub comes to its database.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace tertulia::hub {

// `name` must outlive the parsing.
void add_database_option(CLI::App& command, std::string& name);

}  // namespace tertulia::hub
