// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/hub_command.h"

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<ReplyResult, 3> kReplyResults = {
    {{ReplyResult::kDone, "done"}, {ReplyResult::kAccepted, "accepted"}, {ReplyResult::kRefused, "refused"}}};

struct NameOf {
  std::string_view operator()(const hub_action::Announce&) const { return "announce"; }
  std::string_view operator()(const hub_action::ReloadPack&) const { return "reload-pack"; }
  std::string_view operator()(const hub_action::Identify&) const { return "identify"; }
  std::string_view operator()(const hub_action::Restart&) const { return "restart"; }
  std::string_view operator()(const hub_action::ExportNow&) const { return "export-now"; }
};

}  // namespace

std::string_view to_text(ReplyResult result) { return name_of(kReplyResults, result); }
Result<ReplyResult> reply_result_from(std::string_view text) {
  return value_of(kReplyResults, text, "result");
}

std::string_view name_of(const HubAction& action) { return std::visit(NameOf{}, action); }

}  // namespace tertulia
