// SPDX-License-Identifier: Apache-2.0
// The words of enumerations in a canonical pack, both ways. For canonical.cpp only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/visit.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

inline std::string_view to_text(ChoiceLook look) {
  switch (look) {
    case ChoiceLook::kList:
      return "list";
    case ChoiceLook::kFaces:
      return "faces";
    case ChoiceLook::kLikert:
      return "likert";
    case ChoiceLook::kQuick:
      return "quick";
    case ChoiceLook::kSearch:
      return "search";
  }
  return {};
}

inline std::string_view to_text(RangeLook look) {
  switch (look) {
    case RangeLook::kSteps:
      return "steps";
    case RangeLook::kStars:
      return "stars";
    case RangeLook::kSlider:
      return "slider";
  }
  return {};
}

inline std::string_view to_text(NodeKind kind) {
  switch (kind) {
    case NodeKind::kQuestion:
      return "question";
    case NodeKind::kGroup:
      return "group";
    case NodeKind::kRepeat:
      return "repeat";
  }
  return {};
}

inline std::string_view to_text(ValueKind kind) {
  switch (kind) {
    case ValueKind::kText:
      return "text";
    case ValueKind::kWhole:
      return "whole";
    case ValueKind::kDecimal:
      return "decimal";
    case ValueKind::kDate:
      return "date";
    case ValueKind::kDateTime:
      return "date_time";
  }
  return {};
}

inline std::string_view to_text(DateParts parts) {
  switch (parts) {
    case DateParts::kDay:
      return "day";
    case DateParts::kMonth:
      return "month";
    case DateParts::kYear:
      return "year";
  }
  return {};
}

template <class Kind, std::size_t Count>
Result<Kind> one_of(const std::array<Kind, Count>& all, std::string_view text) {
  for (const Kind each : all)
    if (text == to_text(each)) return each;
  return Error{"unknown word"};
}

// An enumeration out of its word; the first parameter only chooses which.
inline Result<Access> parsed(Access, std::string_view text) { return access_from(text); }
inline Result<Presence> parsed(Presence, std::string_view text) { return presence_from(text); }
inline Result<SegmentKind> parsed(SegmentKind, std::string_view text) { return segment_kind_from(text); }
inline Result<ReflowPolicy> parsed(ReflowPolicy, std::string_view text) { return reflow_policy_from(text); }
inline Result<Severity> parsed(Severity, std::string_view text) { return severity_from(text); }
inline Result<ChoiceLook> parsed(ChoiceLook, std::string_view text) {
  return one_of(std::array{ChoiceLook::kList, ChoiceLook::kFaces, ChoiceLook::kLikert, ChoiceLook::kQuick,
                           ChoiceLook::kSearch},
                text);
}
inline Result<DateParts> parsed(DateParts, std::string_view text) {
  return one_of(std::array{DateParts::kDay, DateParts::kMonth, DateParts::kYear}, text);
}
inline Result<RangeLook> parsed(RangeLook, std::string_view text) {
  return one_of(std::array{RangeLook::kSteps, RangeLook::kStars, RangeLook::kSlider}, text);
}
inline Result<NodeKind> parsed(NodeKind, std::string_view text) {
  return one_of(std::array{NodeKind::kQuestion, NodeKind::kGroup, NodeKind::kRepeat}, text);
}
inline Result<ValueKind> parsed(ValueKind, std::string_view text) {
  return one_of(std::array{ValueKind::kText, ValueKind::kWhole, ValueKind::kDecimal, ValueKind::kDate,
                           ValueKind::kDateTime},
                text);
}

}  // namespace tertulia::formats
