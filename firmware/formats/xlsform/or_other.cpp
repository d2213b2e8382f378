// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/or_other.h"

#include <algorithm>
#include <array>
#include <utility>

#include "firmware/domain/limits.h"

namespace tertulia::formats {
namespace {

struct OtherWords {
  std::string_view language;
  std::string_view other;
  std::string_view specify;
};
constexpr std::array<OtherWords, 8> kOtherWords{{
    {"en", "Other", "Specify other."},
    {"fr", "Autre", "Veuillez préciser."},
    {"es", "Otro", "Especifique cuál."},
    {"pt", "Outro", "Especifique qual."},
    {"ar", "أخرى", "يرجى التحديد."},
    {"am", "ሌላ", "እባክዎ ይግለጹ።"},
    {"ka", "სხვა", "გთხოვთ, დააზუსტოთ."},
    {"sw", "Nyingine", "Tafadhali taja."},
}};

const OtherWords* words_of_other(std::string_view language) {
  const auto* found = std::find_if(kOtherWords.begin(), kOtherWords.end(),
                                   [&](const OtherWords& words) { return words.language == language; });
  return found == kOtherWords.end() ? nullptr : found;
}

LocalizedText in_languages(const FormContext& context, std::string_view OtherWords::*words) {
  LocalizedText text;
  std::vector<Language> languages = context.languages;
  if (languages.empty()) languages.push_back(context.default_language);
  for (const Language& language : languages) {
    const OtherWords* known = words_of_other(language);
    text.set(language, (known == nullptr ? kOtherWords.front() : *known).*words);
  }
  return text;
}

}  // namespace

ChoiceList with_other(ChoiceList list, const FormContext& context) {
  const bool is_there = std::any_of(list.choices.begin(), list.choices.end(),
                                    [](const Choice& choice) { return choice.name == "other"; });
  if (!is_there) list.choices.push_back({"other", in_languages(context, &OtherWords::other)});
  return list;
}

Question text_of_other(const std::string& question, const FormContext& context) {
  constexpr std::string_view kEnd = "_other";
  Question text;
  text.name = question.substr(0, kLongestFormName - kEnd.size());
  text.name += kEnd;
  text.label = in_languages(context, &OtherWords::specify);
  text.kind = Text{};
  return text;
}

std::vector<Language> without_words_of_other(const FormContext& context) {
  std::vector<Language> without;
  for (const Language& language : context.languages)
    if (words_of_other(language) == nullptr) without.push_back(language);
  return without;
}

}  // namespace tertulia::formats
