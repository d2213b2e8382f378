// SPDX-License-Identifier: Apache-2.0
// Helper verbs for the tests of the text engine: write a paragraph, read what stands on a line.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/text/layout.h"

namespace tertulia::ui {

inline Fonts open_fonts() {
  auto fonts = Fonts::open();
  if (!fonts) {
    std::fprintf(stderr, "%s\n", fonts.error().message.c_str());
    std::abort();
  }
  return std::move(fonts).value();
}

inline Paragraph paragraph(std::string_view text, std::string_view language = "en", float width = 0) {
  Paragraph result;
  result.text = text;
  result.language = language;
  result.width = width;
  return result;
}

inline std::size_t end_of_clusters(const Layout& layout, std::size_t line) {
  return line + 1 < layout.lines.size() ? layout.lines[line + 1].first_cluster : layout.clusters.size();
}

// The characters of a line as the eye meets them, left to right.
inline std::string seen(const Layout& layout, const std::string& text, std::size_t line = 0) {
  std::vector<Cluster> clusters(
      layout.clusters.begin() + layout.lines[line].first_cluster,
      layout.clusters.begin() + static_cast<std::ptrdiff_t>(end_of_clusters(layout, line)));
  std::stable_sort(clusters.begin(), clusters.end(),
                   [](const Cluster& a, const Cluster& b) { return a.left < b.left; });
  std::string result;
  for (const Cluster& cluster : clusters)
    result += text.substr(cluster.byte_begin, cluster.byte_end - cluster.byte_begin);
  return result;
}

// The part of the source that a line holds.
inline std::string held(const Layout& layout, const std::string& text, std::size_t line) {
  return text.substr(layout.lines[line].byte_begin,
                     layout.lines[line].byte_end - layout.lines[line].byte_begin);
}

// What a visitor reads in each language of the product.
inline std::vector<std::pair<std::string, std::string>> greetings() {
  return {{"en", "How useful was this session? It starts at 14:30."},
          {"fr", "Cette séance vous a-t-elle été utile ? Œuvre, où, garçon, « oui »."},
          {"es", "¿Qué le pareció la sesión? ¡Gracias, señora!"},
          {"pt", "A sessão foi útil? Opinião, três, às 14:30."},
          {"ar", "هل كانت الجلسة مفيدة؟ تبدأ في الساعة 14:30 (القاعة ٢)، شكرًا."},
          {"am", "ውይይቱ ጠቃሚ ነበር? በ14:30 ይጀምራል፤ እናመሰግናለን።"},
          {"ka", "სასარგებლო იყო ეს შეხვედრა? იწყება 14:30 საათზე — «გმადლობთ»."},
          {"sw", "Je, kikao hiki kilikuwa na manufaa? Ng'ambo, saa 14:30."}};
}

}  // namespace tertulia::ui
