// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/answer_types.h"

namespace tertulia::formats {
namespace {

struct KindInExport {
  std::string_view type;
  AnswerShape shape;
};

// A kind without a row does not compile.
struct InExport {
  KindInExport operator()(const SelectOne&) const { return {"select_one", AnswerShape::kText}; }
  KindInExport operator()(const SelectMultiple&) const { return {"select_multiple", AnswerShape::kList}; }
  KindInExport operator()(const Text&) const { return {"text", AnswerShape::kText}; }
  KindInExport operator()(const Integer&) const { return {"integer", AnswerShape::kNumber}; }
  KindInExport operator()(const Range&) const { return {"range", AnswerShape::kNumber}; }
  KindInExport operator()(const Note&) const { return {"note", AnswerShape::kTextOrNumber}; }
  KindInExport operator()(const Date&) const { return {"date", AnswerShape::kText}; }
  KindInExport operator()(const TimeOfDay&) const { return {"time", AnswerShape::kText}; }
  KindInExport operator()(const DateTime&) const { return {"dateTime", AnswerShape::kText}; }
  KindInExport operator()(const Decimal&) const { return {"decimal", AnswerShape::kNumber}; }
  KindInExport operator()(const Ranking&) const { return {"rank", AnswerShape::kList}; }
  KindInExport operator()(const Acknowledge&) const { return {"acknowledge", AnswerShape::kText}; }
};

}  // namespace

AnswerShape shape_of(const AnswerValue& answer) {
  if (std::holds_alternative<std::vector<std::string>>(answer)) return AnswerShape::kList;
  return std::holds_alternative<std::string>(answer) ? AnswerShape::kText : AnswerShape::kNumber;
}

AnswerShape shape_of(const QuestionKind& kind) { return std::visit(InExport(), kind).shape; }

bool takes(AnswerShape column, const AnswerValue& answer) {
  const AnswerShape shape = shape_of(answer);
  return shape == column || (column == AnswerShape::kTextOrNumber && shape != AnswerShape::kList);
}

std::string_view type_of(const QuestionKind& kind) { return std::visit(InExport(), kind).type; }

std::string_view name_of(AnswerShape shape) {
  if (shape == AnswerShape::kList) return "list";
  return shape == AnswerShape::kNumber ? "number" : "text";
}

}  // namespace tertulia::formats
