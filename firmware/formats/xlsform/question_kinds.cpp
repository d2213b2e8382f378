// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/question_kinds.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "firmware/domain/time.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/appearances.h"
#include "firmware/formats/xlsform/type_names.h"
#include "firmware/formats/xlsform/xlsform_external.h"
#include "firmware/formats/xlsform/xlsform_rules.h"

namespace tertulia::formats {
namespace {

using std::string_view;

constexpr std::size_t kFaces = 5;
constexpr std::int64_t kLargest = 1'000'000'000'000;
constexpr double kMostNumbers = 11;  // of a range, side by side
constexpr double kMostStars = 10;

double steps_of(const Range& range) { return std::round((range.end - range.start) / range.step) + 1; }

// One row of the table. Each kind has its own specialisation below, with
//   kTypes        what it is called in the column `type`; a name that ends in a space is followed by a list
//   read()        the kind as its row of the sheet sets it; none when that is wrong, and a finding says why
//   kValue        how its answer is written
//   appearance()  takes one word of the column `appearance`; false when it has no use for it
//   constraint()  takes a constraint; false when it does not understand it
template <class Kind>
struct KindRow;

// What a row need not define.
template <class Kind>
struct Plain {
  static constexpr ValueKind kValue = ValueKind::kText;
  static std::optional<Kind> read(const SurveySource&, const Row&, string_view /*list*/) { return Kind{}; }
  static bool appearance(Kind&, string_view) { return false; }
  static std::string asked_instead(string_view) { return {}; }
  static bool constraint(Kind&, string_view) { return false; }
};

template <class Kind>
struct FromList : Plain<Kind> {
  static std::optional<Kind> read(const SurveySource& source, const Row& row, string_view list_cell) {
    const Place at = source.sheet.place(row, "type");
    Findings& findings = *source.context.findings;
    ListName named = list_name_in(list_cell);
    const bool wants_other = std::exchange(named.has_other, list_of_row(source.sheet, row)->has_other);
    if (wants_other && !named.has_other)
      findings.skipped(at,
                       "'or_other' is not offered where choices are filtered or put in order; add a choice "
                       "'other' and a text question.");
    if (named.name.starts_with("${")) {
      findings.skipped(at, "A kiosk does not offer choices that come out of other answers.");
      return std::nullopt;
    }
    const auto found = source.lists.find(list_key(named));
    if (found != source.lists.end() && found->second.missing) {
      findings.add({found->second.missing->severity, at, found->second.missing->message});
      return std::nullopt;
    }
    if (found == source.lists.end()) {
      const std::string& list = named.name;
      std::vector<string_view> known;
      for (const auto& [name, choices] : source.lists) known.push_back(name);
      const auto meant = nearest(list, known);
      findings.wrong(at, "The list " + in_quotes(list) + " is not in the sheet 'choices'" +
                             (meant ? "; is it " + in_quotes(*meant) + "?" : "."));
      return std::nullopt;
    }
    Kind kind;
    kind.choices = found->second.choices;
    return kind;
  }
};

// Whether the word asks for a list that is found by typing. "minimal" is a list that opens at a touch: on a
// kiosk it is the list itself.
bool take_list_look(auto& kind, string_view word) {
  const bool is_search = is_one_of(word, {"autocomplete", "search"});
  if (is_search) kind.look = ChoiceLook::kSearch;
  return is_search || word == "minimal";
}

template <>
struct KindRow<SelectOne> : FromList<SelectOne> {
  static constexpr std::array<string_view, 9> kTypes{"select one from file ",
                                                     "add select one prompt using ",
                                                     "select one from ",
                                                     "select one using ",
                                                     "select one ",
                                                     "select1 from ",
                                                     "select1 ",
                                                     "one of ",
                                                     "single select "};
  static bool appearance(SelectOne& kind, string_view word) {
    if (word == "faces" && kind.choices.size() == kFaces)
      kind.look = ChoiceLook::kFaces;
    else if (is_one_of(word, {"likert", "list-nolabel"}))
      kind.look = ChoiceLook::kLikert;
    else if (is_one_of(word, {"quick", "quickcompact"}))
      kind.look = kind.look == ChoiceLook::kList ? ChoiceLook::kQuick : kind.look;
    else
      return take_list_look(kind, word);
    return true;
  }
};

template <>
struct KindRow<SelectMultiple> : FromList<SelectMultiple> {
  static constexpr std::array<string_view, 9> kTypes{"select multiple from file ",
                                                     "add select multiple prompt using ",
                                                     "select all that apply from ",
                                                     "select all that apply ",
                                                     "select multiple from ",
                                                     "select multiple using ",
                                                     "select multiple ",
                                                     "select many ",
                                                     "multiple select "};
  static bool appearance(SelectMultiple& kind, string_view word) { return take_list_look(kind, word); }
  // "count-selected(.) <= 3" or "< 4".
  static bool constraint(SelectMultiple& kind, string_view text) {
    const auto comparisons = comparisons_in(text);
    if (!comparisons || comparisons->size() != 1) return false;
    const auto& [left, sign, right] = comparisons->front();
    const auto number = whole_number(right);
    if (left != "count-selected(.)" || !number || (sign != "<=" && sign != "<")) return false;
    const auto most = *number - (sign == "<" ? 1 : 0);
    if (most < 1 || most > 1000) return false;
    kind.at_most = static_cast<int>(most);
    return true;
  }
};

template <>
struct KindRow<Text> : Plain<Text> {
  static constexpr std::array<string_view, 4> kTypes{"text", "string", "add text prompt", "q string"};
  static bool appearance(Text& kind, string_view word) {
    return word == "multiline" && (kind.multiline = true);
  }
};

template <>
struct KindRow<Integer> : Plain<Integer> {
  static constexpr ValueKind kValue = ValueKind::kWhole;
  static constexpr std::array<string_view, 4> kTypes{"integer", "int", "add integer prompt", "q int"};
  // ". >= 0 and . < 120", either side alone.
  static bool constraint(Integer& kind, string_view text) {
    const auto comparisons = comparisons_in(text);
    if (!comparisons) return false;
    Integer limits;
    for (const auto& [left, sign, right] : *comparisons) {
      const auto number = whole_number(right);
      if (left != "." || !number || *number > kLargest || *number < -kLargest) return false;
      if (sign == ">=" || sign == ">")
        limits.least = *number + (sign == ">" ? 1 : 0);
      else if (sign == "<=" || sign == "<")
        limits.most = *number - (sign == "<" ? 1 : 0);
      else
        return false;
    }
    if (limits.least && limits.most && *limits.least > *limits.most) return false;
    kind = limits;
    return true;
  }
};

template <>
struct KindRow<Range> : Plain<Range> {
  static constexpr ValueKind kValue = ValueKind::kDecimal;
  static constexpr std::array<string_view, 1> kTypes{"range"};
  static std::optional<Range> read(const SurveySource& source, const Row& row, string_view) {
    auto range = range_of(source.sheet.value(row, "parameters"));
    if (!range.ok()) {
      source.context.findings->wrong(source.sheet.place(row, "parameters"), range.error().message);
      return std::nullopt;
    }
    // More numbers than a finger finds side by side are a line with a knob.
    if (steps_of(range.value()) > kMostNumbers) range.value().look = RangeLook::kSlider;
    return range.value();
  }
  static bool appearance(Range& kind, string_view word) {
    const bool are_stars = word == "rating" && steps_of(kind) <= kMostStars;
    const bool is_line = is_one_of(word, {"slider", "no-ticks", "horizontal"});
    if (are_stars) kind.look = RangeLook::kStars;
    if (is_line) kind.look = RangeLook::kSlider;
    return are_stars || is_line;
  }
  static std::string asked_instead(string_view word) {
    return word == "rating" ? "; more than 10 stars are too many, and a line with a knob is shown" : "";
  }
};

template <>
struct KindRow<Note> : Plain<Note> {
  static constexpr std::array<string_view, 2> kTypes{"note", "add note prompt"};
};

// "date('2026-01-01')" and "'2026-01-01'" as that day.
std::optional<std::string> day_in(string_view text) {
  if (text.starts_with("date(") && text.ends_with(')')) text = text.substr(5, text.size() - 6);
  const bool is_quoted =
      text.size() > 2 && text.front() == text.back() && (text.front() == '\'' || text.front() == '"');
  if (!is_quoted || !is_day(text.substr(1, text.size() - 2))) return std::nullopt;
  return std::string(text.substr(1, text.size() - 2));
}

template <>
struct KindRow<Date> : Plain<Date> {
  static constexpr ValueKind kValue = ValueKind::kDate;
  static constexpr std::array<string_view, 3> kTypes{"date", "add date prompt", "q date"};
  static bool appearance(Date& kind, string_view word) {
    if (word == "month-year") kind.parts = DateParts::kMonth;
    if (word == "year") kind.parts = DateParts::kYear;
    // A kiosk shows no calendar for a day anyway.
    return is_one_of(word, {"month-year", "year", "no-calendar"});
  }
  // Whoever reads the answers has to know what was asked.
  static std::string asked_instead(string_view word) {
    const bool is_calendar = is_one_of(
        word, {"ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist"});
    return is_calendar ? "; the Gregorian calendar is asked" : "";
  }
  // ". >= date('2026-01-01') and . <= '2027-12-31'", either side alone.
  static bool constraint(Date& kind, string_view text) {
    const auto comparisons = comparisons_in(text);
    if (!comparisons) return false;
    Date limits{{}, {}, kind.parts};
    for (const auto& [left, sign, right] : *comparisons) {
      auto day = day_in(right);
      if (left != "." || !day || (sign != ">=" && sign != "<=")) return false;
      (sign == ">=" ? limits.least : limits.most) = *std::move(day);
    }
    if (!limits.most.empty() && limits.least > limits.most) return false;
    kind = std::move(limits);
    return true;
  }
};

template <>
struct KindRow<TimeOfDay> : Plain<TimeOfDay> {
  static constexpr std::array<string_view, 2> kTypes{"time", "add time prompt"};
};

template <>
struct KindRow<DateTime> : Plain<DateTime> {
  static constexpr ValueKind kValue = ValueKind::kDateTime;
  static constexpr std::array<string_view, 4> kTypes{"datetime", "date time", "add datetime prompt",
                                                     "add date time prompt"};
  static bool appearance(DateTime&, string_view word) { return word == "no-calendar"; }
};

template <>
struct KindRow<Decimal> : Plain<Decimal> {
  static constexpr ValueKind kValue = ValueKind::kDecimal;
  static constexpr std::array<string_view, 3> kTypes{"decimal", "add decimal prompt", "q decimal"};
  // ". >= 0 and . < 100", either side alone. The limit itself is not within "<": the next number is.
  static bool constraint(Decimal& kind, string_view text) {
    const auto comparisons = comparisons_in(text);
    if (!comparisons) return false;
    constexpr double kEndless = std::numeric_limits<double>::infinity();
    Decimal limits;
    for (const auto& [left, sign, right] : *comparisons) {
      const auto number = decimal_number(right);
      if (left != "." || !number) return false;
      if (sign == ">=" || sign == ">")
        limits.least = sign == ">" ? std::nextafter(*number, kEndless) : *number;
      else if (sign == "<=" || sign == "<")
        limits.most = sign == "<" ? std::nextafter(*number, -kEndless) : *number;
      else
        return false;
    }
    if (limits.least && limits.most && *limits.least > *limits.most) return false;
    kind = limits;
    return true;
  }
};

template <>
struct KindRow<Ranking> : FromList<Ranking> {
  static constexpr std::array<string_view, 3> kTypes{"rank from file ", "rank from ", "rank "};
};

template <>
struct KindRow<Acknowledge> : Plain<Acknowledge> {
  static constexpr std::array<string_view, 2> kTypes{"acknowledge", "trigger"};
};

// What stands behind the name of such a kind in a cell of the column `type`; none when the cell names
// another.
template <class Kind>
std::optional<string_view> behind_name(string_view type) {
  const std::string plain = plain_type(type);
  for (const string_view name : KindRow<Kind>::kTypes)
    if (name.ends_with(' ') ? plain.starts_with(name) : plain == name) return type.substr(name.size());
  return std::nullopt;
}

// `kind` is set where the cell names it. True: the cell named one, wrong or not.
template <class Kind>
bool read_as(const SurveySource& source, const Row& row, string_view type,
             std::optional<QuestionKind>& kind) {
  const auto list = behind_name<Kind>(type);
  if (!list) return false;
  if (auto read = KindRow<Kind>::read(source, row, *list)) kind = *std::move(read);
  return true;
}

template <class... Kinds>
ValueKind value_kind_in(string_view type, const std::variant<Kinds...>*) {
  ValueKind kind = ValueKind::kText;
  ((behind_name<Kinds>(type) ? kind = KindRow<Kinds>::kValue : kind), ...);
  return kind;
}

template <class... Kinds>
bool read_any(const SurveySource& source, const Row& row, string_view type,
              std::optional<std::variant<Kinds...>>& kind) {
  return (read_as<Kinds>(source, row, type, kind) || ...);
}

template <class Kind>
void add_names(std::vector<string_view>& names) {
  for (const string_view name : KindRow<Kind>::kTypes) names.push_back(trim(name));
}

// Of every kind, as plain_type() leaves them.
template <class... Kinds>
std::vector<string_view> names_of(const std::variant<Kinds...>*) {
  std::vector<string_view> names;
  (add_names<Kinds>(names), ...);
  return names;
}

}  // namespace

std::optional<QuestionKind> read_kind(const SurveySource& source, const Row& row) {
  const std::string type = source.sheet.value(row, "type");
  const Place place = source.sheet.place(row, "type");
  Findings& findings = *source.context.findings;
  if (auto missing = missing_external_list(type, source.lists)) {
    findings.add({missing->severity, place, std::move(missing->message)});
    return std::nullopt;
  }
  std::optional<QuestionKind> kind;
  if (read_any(source, row, type, kind)) return kind;
  const std::string plain = plain_type(type);
  if (is_one_of(plain, {"select one", "select1", "select multiple", "rank"}))
    findings.wrong(place, "The type " + in_quotes(type) + " names no list of the sheet 'choices'.");
  else if (const auto meant = meant_type(plain, names_of(static_cast<const QuestionKind*>(nullptr))))
    findings.wrong(place,
                   "The type " + in_quotes(type) + " is unknown; it seems to be " + *meant + ". Correct it.");
  else
    findings.skipped(place, "A kiosk does not ask questions of type " + in_quotes(type) + ".");
  return std::nullopt;
}

std::optional<ListName> list_of_type(string_view type) {
  const std::optional<string_view> of_several = behind_name<SelectMultiple>(type);
  std::optional<string_view> list = of_several;
  if (!list) list = behind_name<SelectOne>(type);
  if (!list) list = behind_name<Ranking>(type);
  if (!list) return std::nullopt;
  ListName found = list_name_in(*list);
  found.takes_several = of_several.has_value();
  return found;
}

ValueKind value_kind_of(string_view type) {
  return value_kind_in(type, static_cast<const QuestionKind*>(nullptr));
}

bool take_appearance(QuestionKind& kind, string_view word) {
  const bool is_heading = word == "label" && choices_of(kind) != nullptr;
  if (is_heading) kind = Note{};
  const auto takes = [word]<class Kind>(Kind& each) { return KindRow<Kind>::appearance(each, word); };
  return is_heading || std::visit(takes, kind) || is_layout(word);
}

std::string asked_instead(const QuestionKind& kind, string_view word) {
  return std::visit([word]<class Kind>(const Kind&) { return KindRow<Kind>::asked_instead(word); }, kind);
}

bool take_constraint(QuestionKind& kind, string_view constraint) {
  return std::visit(
      [constraint]<class Kind>(Kind& each) { return KindRow<Kind>::constraint(each, constraint); }, kind);
}

}  // namespace tertulia::formats
