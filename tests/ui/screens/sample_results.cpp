// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/screens/sample_results.h"

#include <numeric>
#include <vector>

#include "tests/ui/screens/sample_texts.h"

namespace tertulia::test {
namespace {

SampleTexts texts_of(const Language& language) {
  for (SampleTexts& each : sample_texts())
    if (each.language == language) return std::move(each);
  return {};
}

ResultScale scale_of(std::string label, const std::vector<int>& counts, std::string median) {
  ResultScale scale{std::move(label), {}, std::move(median)};
  const int all = std::accumulate(counts.begin(), counts.end(), 0);
  for (const int count : counts) scale.parts.push_back({std::to_string(count), count * 1000 / all});
  return scale;
}

ResultsView with_words(ResultsView sign, const std::string& question, const std::string& low,
                       const std::string& high) {
  const ResultsTexts words = results_texts(sign.tongue.language);
  sign.header.detail = words.answers;
  sign.question = question;
  sign.note = words.note;
  sign.low = low;
  sign.high = high;
  sign.median = words.median;
  return sign;
}

}  // namespace

ResultsTexts results_texts(const Language& language) {
  if (language == "fr")
    return {"43 réponses · affichées à partir de 5",
            "Au moins 15 réponses · par paliers de 5",
            "Pas du tout",
            "Tout à fait",
            "médiane",
            "Chaque réponse compte une fois. Personne ne peut voir qui a dit quoi."};
  if (language == "ar")
    return {"43 إجابة · تُعرض ابتداءً من 5",
            "15 إجابة على الأقل · بخطوات من 5",
            "لا أوافق إطلاقًا",
            "أوافق تمامًا",
            "الوسيط",
            "كل إجابة تُحتسب مرة واحدة. لا يمكن لأحد أن يعرف من قال ماذا."};
  if (language == "am")
    return {"43 መልሶች · ከ5 ጀምሮ ይታያል",
            "ቢያንስ 15 መልሶች · በ5 እርከን",
            "በፍጹም አልስማማም",
            "ሙሉ በሙሉ እስማማለሁ",
            "መካከለኛ",
            "እያንዳንዱ መልስ አንድ ጊዜ ይቆጠራል። ማን ምን እንዳለ ማንም ማየት አይችልም።"};
  return {"43 answers · shown from 5 on",
          "At least 15 answers · in steps of 5",
          "Not at all",
          "Fully",
          "median",
          "Each answer counts once. Nobody can see who said what."};
}

ResultsView statements_on_scales(ResultsView sign) {
  const SampleTexts say = texts_of(sign.tongue.language);
  const ResultsTexts words = results_texts(sign.tongue.language);
  sign = with_words(std::move(sign), say.agree, words.low, words.high);
  sign.scales = {scale_of(say.statements[0], {1, 2, 7, 19, 14}, "4"),
                 scale_of(say.statements[1], {3, 9, 14, 12, 5}, "3"),
                 scale_of(say.statements[2], {4, 11, 15, 9, 4}, "3"),
                 scale_of(say.statements[3], {0, 3, 6, 16, 18}, "4")};
  return sign;
}

ResultsView one_scale_of_ten(ResultsView sign) {
  const SampleTexts say = texts_of(sign.tongue.language);
  sign = with_words(std::move(sign), say.useful, say.faces.front(), say.faces.back());
  sign.scales = {scale_of("", {1, 1, 2, 3, 4, 6, 8, 9, 6, 3}, "7")};
  return sign;
}

}  // namespace tertulia::test
