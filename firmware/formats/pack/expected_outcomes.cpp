// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/expected_outcomes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "firmware/formats/text/strings.h"
#include "firmware/formats/text/words.h"

namespace tertulia::formats {
namespace {

// As plain_words() leaves them.
constexpr std::array<std::string_view, 26> kMarks{
    "expected outcomes",  "expected outcome",     "expected results",
    "expected result",    "intended outcomes",    "resultats attendus",
    "resultat attendu",   "resultats escomptes",  "resultados esperados",
    "resultado esperado", "resultados previstos", "نتائج متوقعه",
    "نتيجه متوقعه",       "مخرجات متوقعه",        "የሚጠበቁ ውጤቶች",
    "የሚጠበቅ ውጤት",          "ከስብሰባው የሚጠበቁ ውጤቶች",    "მოსალოდნელი შედეგები",
    "მოსალოდნელი შედეგი", "სავარაუდო შედეგები",   "matokeo yanayotarajiwa",
    "matarajio",          "matokeo tarajiwa",     "erwartete ergebnisse",
    "risultati attesi",   "objectifs attendus"};

// `text` ends with a mark: "Round table. Expected outcomes". It is nothing else with `is_whole`.
bool ends_with_mark(std::string_view text, bool is_whole) {
  std::string words = " ";
  for (const std::string& word : plain_words(text)) words += word + " ";
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    const std::string whole = " " + std::string(mark) + " ";
    return is_whole ? words == whole : words.ends_with(whole);
  });
}

// Where the text behind the mark in this line begins; npos when it has no mark. A colon ends the mark, or the
// line does.
std::size_t end_of_mark(std::string_view line) {
  constexpr std::array<std::string_view, 4> kColons{":", "：", "፡", "፦"};
  for (const std::string_view colon : kColons)
    for (std::size_t at = line.find(colon); at != std::string_view::npos; at = line.find(colon, at + 1))
      if (ends_with_mark(line.substr(0, at), false)) return at + colon.size();
  return ends_with_mark(line, true) ? line.size() : std::string_view::npos;
}

}  // namespace

std::string expected_outcomes_in(const std::string& description) {
  const std::vector<std::string> lines = split(description, '\n');
  std::string paragraph;
  bool is_behind_mark = false;
  for (const std::string& line : lines) {
    std::string_view text = trim(line);
    if (!is_behind_mark) {
      const std::size_t end = end_of_mark(text);
      if (end == std::string_view::npos) continue;
      is_behind_mark = true;
      text = trim(text.substr(end));
    }
    if (text.empty() && !paragraph.empty()) break;
    if (!text.empty()) paragraph += (paragraph.empty() ? "" : "\n") + std::string(text);
  }
  return paragraph;
}

}  // namespace tertulia::formats
