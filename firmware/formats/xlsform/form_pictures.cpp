// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/form_pictures.h"

#include <utility>

#include "firmware/domain/limits.h"
#include "firmware/formats/pictures/picture_file.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kInXForms = "jr://images/";

}  // namespace

bool FormPictures::has(const std::string& name, const Place& cell, const FormContext& context) {
  const auto [known, is_new] = known_.try_emplace(name);
  if (is_new) known->second = add(name, context);
  if (known->second) context.findings->skipped(cell, *known->second);
  return !known->second;
}

// What is wrong with it, none: nothing.
std::optional<std::string> FormPictures::add(const std::string& name, const FormContext& context) {
  if (name.find("${") != std::string::npos)
    return "The picture " + in_quotes(name) +
           " depends on an answer, which a kiosk cannot show; name one file.";
  const auto file = context.beside ? context.beside(name) : std::nullopt;
  if (!file)
    return "The picture " + in_quotes(name) +
           " is missing, so none is shown; put it beside the form, under exactly this name.";
  auto picture = read_picture(file->bytes, kLargestPicture);
  if (!picture.ok())
    return "The picture " + in_quotes(file->name) + " is not shown. " + picture.error().message;
  if (is_animated(file->bytes))
    context.findings->guessed({file->name, ""}, "The picture is animated; its first picture is shown.");
  PackedPicture packed(picture.value());
  if (bytes_ + packed.bytes().size() > kMostPictureBytes)
    return "The picture " + in_quotes(file->name) + " has no room beside the others, which take up " +
           std::to_string(kMostPictureBytes >> 20U) +
           " MiB. Make pictures smaller, or use drawings in place of photographs.";
  bytes_ += packed.bytes().size();
  pictures_.push_back({name, std::move(packed)});
  return std::nullopt;
}

LocalizedText picture_names(const FormSheet& sheet, const Row& row, const FormContext& context) {
  LocalizedText names;
  if (context.pictures == nullptr) return names;
  const LocalizedText cells = sheet.texts(row, "image");
  for (const auto& [language, cell] : cells.all()) {
    const std::string name = cell.starts_with(kInXForms) ? cell.substr(kInXForms.size()) : cell;
    if (context.pictures->has(name, sheet.place(row, "image", language), context)) names.set(language, name);
  }
  return names;
}

}  // namespace tertulia::formats
