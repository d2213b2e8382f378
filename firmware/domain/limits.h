// SPDX-License-Identifier: Apache-2.0
// What a form may have and what its answers may take, from the form's sheets to the hub. Pure.
//
// An answer travels to the hub in one message of the bus. So the form reader refuses a form whose largest
// answer does not fit into one message, and the kiosk takes no more text than fits.
#pragma once

#include <cstddef>
#include <string_view>

namespace tertulia {

struct Questionnaire;

inline constexpr std::size_t kLargestMessage = 65'536;  // bytes of an MQTT packet; brokers are set up for it
// The topic, the attributes of the event and what MQTT adds.
inline constexpr std::size_t kLargestEnvelope = 2'048;
// The data of an answer's event, as JSON.
inline constexpr std::size_t kLargestAnswer = kLargestMessage - kLargestEnvelope;

inline constexpr std::size_t kMostQuestions = 10'000;  // of a form
inline constexpr std::size_t kMostChoices = 100'000;   // of a question
inline constexpr std::size_t kMostOffered = 200'000;   // choices of all questions of a form
// Of the texts of all forms of a visit, with their names: 100,000 choices in five languages.
inline constexpr std::size_t kMostFormBytes = 40ULL << 20U;
// Of the pictures of all forms of a visit, packed: about 25 photographs of the largest size, or 100 drawings.
inline constexpr std::size_t kMostPictureBytes = 12ULL << 20U;
inline constexpr std::size_t kLongestFormName = 64;  // bytes of the name of a question, a choice or a form
inline constexpr std::size_t kLongestName = 255;     // bytes of any name on the bus

// Bytes of a typed text, as JSON.
inline constexpr std::size_t kMostTextBytes = 4'096;
inline constexpr std::size_t kLeastTextBytes = 100;    // a form in which a text could be no longer is refused
inline constexpr std::size_t kAmpleTextBytes = 1'600;  // for 400 characters of most scripts

// Bytes that a text takes in JSON, without its quotes.
[[nodiscard]] std::size_t size_in_json(std::string_view text);

// Bytes of a value that the form calculates, as JSON, for which there is always room.
inline constexpr std::size_t kLeastCalculatedBytes = 100;

// Bytes of the largest answer to the form, without what is typed into its texts. What stands in repeats
// counts as often as these repeat at most.
[[nodiscard]] std::size_t size_without_texts(const Questionnaire& form);

// Bytes of all that people read in the form and of all names in it, as it is handed on within the device.
[[nodiscard]] std::size_t bytes_of_texts(const Questionnaire& form);

// Bytes of all its pictures, packed.
[[nodiscard]] std::size_t bytes_of_pictures(const Questionnaire& form);

// Each as often as the repeats around it repeat at most.
[[nodiscard]] std::size_t count_texts(const Questionnaire& form);
// Bytes that each typed text may take in JSON: what the other answers leave, shared by all texts of the form,
// kMostTextBytes at most. So it is in a form without texts.
[[nodiscard]] std::size_t room_for_text(const Questionnaire& form);
// The same for each calculated value: kLeastCalculatedBytes, and its share of what texts leave.
[[nodiscard]] std::size_t room_for_calculated(const Questionnaire& form);

}  // namespace tertulia
