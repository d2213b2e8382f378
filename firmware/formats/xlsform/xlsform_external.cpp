// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_external.h"

#include <algorithm>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/type_names.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kExternalType = "select one external ";

}  // namespace

std::optional<Finding> missing_external_list(std::string_view type, const ChoiceLists& lists) {
  if (plain_type(type) == trim(kExternalType))
    return Finding{Severity::kWrong,
                   {},
                   "The type " + in_quotes(type) + " names no list of the sheet 'external_choices'."};
  if (!plain_type(type).starts_with(kExternalType)) return std::nullopt;
  const std::string list(trim(type.substr(kExternalType.size())));
  const std::string named = std::string(kExternalLists) + list;
  if (lists.find(named) != lists.end()) return std::nullopt;
  const bool is_any = std::any_of(lists.begin(), lists.end(),
                                  [](const auto& known) { return known.first.starts_with(kExternalLists); });
  if (is_any)
    return Finding{
        Severity::kWrong, {}, "The list " + in_quotes(list) + " is not in the sheet 'external_choices'."};
  return Finding{Severity::kSkipped,
                 {},
                 "The choices of " + in_quotes(list) +
                     " stand in a sheet 'external_choices', and the file has none; add it, or move them into "
                     "'choices' and write 'select_one'."};
}

}  // namespace tertulia::formats
