// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/hub_command.h"

namespace tertulia {
namespace {

struct NameOf {
  std::string_view operator()(const order::Announce&) const { return "announce"; }
  std::string_view operator()(const order::ReloadPack&) const { return "reload-pack"; }
  std::string_view operator()(const order::Identify&) const { return "identify"; }
  std::string_view operator()(const order::Restart&) const { return "restart"; }
  std::string_view operator()(const order::ExportNow&) const { return "export-now"; }
};

}  // namespace

std::string_view name_of(const HubAction& task) { return std::visit(NameOf{}, task); }

}  // namespace tertulia
