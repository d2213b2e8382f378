// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/hub_command.h"

namespace tertulia {
namespace {

struct NameOf {
  std::string_view operator()(const hub_action::Announce&) const { return "announce"; }
  std::string_view operator()(const hub_action::ReloadPack&) const { return "reload-pack"; }
  std::string_view operator()(const hub_action::Identify&) const { return "identify"; }
  std::string_view operator()(const hub_action::Restart&) const { return "restart"; }
  std::string_view operator()(const hub_action::ExportNow&) const { return "export-now"; }
};

}  // namespace

std::string_view name_of(const HubAction& action) { return std::visit(NameOf{}, action); }

}  // namespace tertulia
