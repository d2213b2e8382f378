// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/language_codes.h"

#include <string>

namespace tertulia::formats {
namespace {

// Names that people of many countries write above their columns, in English, in neighbouring languages and in
// the language itself, each with its code.
constexpr std::string_view kLanguageNames =
    "|english:en|anglais:en|ingles:en|inglese:en|englisch:en|ingilizce:en|английский:en|الإنجليزية:en|"
    "الانجليزية:en|انجليزي:en|french:fr|francais:fr|frances:fr|francese:fr|franzosisch:fr|الفرنسية:fr|"
    "spanish:es|espanol:es|castellano:es|espagnol:es|espanhol:es|spagnolo:es|portuguese:pt|portugues:pt|"
    "portugais:pt|brazilian portuguese:pt|arabic:ar|arabe:ar|العربية:ar|عربي:ar|عربى:ar|عربية:ar|"
    "اللغة العربية:ar|amharic:am|amharique:am|amarigna:am|amarinya:am|አማርኛ:am|oromo:om|afaan oromo:om|"
    "afan oromo:om|afaan oromoo:om|oromiffa:om|oromifa:om|oromiffaa:om|tigrinya:ti|tigrigna:ti|ትግርኛ:ti|"
    "somali:so|soomaali:so|af soomaali:so|af-soomaali:so|afar:aa|sidama:sid|wolaytta:wal|hadiyya:hdy|"
    "georgian:ka|georgien:ka|kartuli:ka|ქართული:ka|armenian:hy|հայերեն:hy|azerbaijani:az|azeri:az|"
    "azerbaycan:az|swahili:sw|kiswahili:sw|kinyarwanda:rw|ikinyarwanda:rw|kirundi:rn|rundi:rn|luganda:lg|"
    "ganda:lg|runyankole:nyn|runyankore:nyn|rukiga:cgg|lusoga:xog|acholi:ach|luo:luo|dholuo:luo|"
    "lango:laj|ateso:teo|teso:teo|karamojong:kdj|ngakarimojong:kdj|lugbara:lgg|turkana:tuv|kikuyu:ki|"
    "gikuyu:ki|kamba:kam|maasai:mas|borana:gax|lingala:ln|kikongo:kg|kongo:kg|tshiluba:lua|ciluba:lua|"
    "sango:sg|fulani:ff|fula:ff|fulah:ff|fulfulde:ff|pulaar:ff|peul:ff|hausa:ha|yoruba:yo|igbo:ig|"
    "kanuri:kr|tiv:tiv|pidgin:pcm|nigerian pidgin:pcm|krio:kri|mende:men|temne:tem|wolof:wo|bambara:bm|"
    "bamanankan:bm|dioula:dyu|dyula:dyu|moore:mos|songhai:son|zarma:dje|djerma:dje|tamasheq:tmh|"
    "tamajaq:tmh|twi:tw|akan:ak|ewe:ee|ga:gaa|dagbani:dag|chichewa:ny|nyanja:ny|chinyanja:ny|bemba:bem|"
    "tonga:toi|lozi:loz|tumbuka:tum|chitumbuka:tum|yao:yao|sena:seh|makua:vmw|emakhuwa:vmw|shona:sn|"
    "chishona:sn|ndebele:nd|isindebele:nd|zulu:zu|isizulu:zu|xhosa:xh|isixhosa:xh|sesotho:st|sotho:st|"
    "setswana:tn|tswana:tn|siswati:ss|swati:ss|tsonga:ts|xitsonga:ts|changana:ts|venda:ve|afrikaans:af|"
    "malagasy:mg|malgache:mg|comorian:zdj|shikomori:zdj|juba arabic:pga|dinka:din|nuer:nus|bari:bfa|"
    "shilluk:shk|zande:zne|sudanese arabic:ar|german:de|deutsch:de|allemand:de|aleman:de|dutch:nl|"
    "nederlands:nl|italian:it|italiano:it|italien:it|romanian:ro|romana:ro|polish:pl|polski:pl|"
    "hungarian:hu|magyar:hu|greek:el|ελληνικα:el|Ελληνικά:el|albanian:sq|shqip:sq|serbian:sr|srpski:sr|"
    "српски:sr|bosnian:bs|bosanski:bs|croatian:hr|hrvatski:hr|macedonian:mk|македонски:mk|bulgarian:bg|"
    "български:bg|czech:cs|cestina:cs|slovak:sk|slovencina:sk|slovenian:sl|slovenscina:sl|swedish:sv|"
    "svenska:sv|norwegian:no|norsk:no|danish:da|dansk:da|finnish:fi|suomi:fi|estonian:et|eesti:et|"
    "latvian:lv|latviesu:lv|lithuanian:lt|lietuviu:lt|catalan:ca|catala:ca|basque:eu|euskara:eu|"
    "galician:gl|galego:gl|maltese:mt|romani:rom|romanes:rom|russian:ru|русский:ru|Русский:ru|russe:ru|"
    "ruso:ru|ukrainian:uk|українська:uk|Українська:uk|belarusian:be|kazakh:kk|қазақ:kk|kyrgyz:ky|"
    "кыргызча:ky|uzbek:uz|o'zbek:uz|tajik:tg|тоҷики:tg|turkmen:tk|mongolian:mn|монгол:mn|tatar:tt|"
    "turkish:tr|turkce:tr|turc:tr|kurdish:ku|kurmanji:ku|kurdi:ku|sorani:ckb|kurdish sorani:ckb|"
    "کوردی:ckb|hebrew:he|עברית:he|persian:fa|farsi:fa|فارسی:fa|dari:prs|دری:prs|pashto:ps|pashtu:ps|"
    "pushto:ps|پښتو:ps|balochi:bal|urdu:ur|اردو:ur|sindhi:sd|سنڌي:sd|punjabi:pa|panjabi:pa|saraiki:skr|"
    "kashmiri:ks|hindi:hi|हिन्दी:hi|हिंदी:hi|bengali:bn|bangla:bn|বাংলা:bn|rohingya:rhg|marathi:mr|"
    "मराठी:mr|gujarati:gu|ગુજરાતી:gu|tamil:ta|தமிழ்:ta|telugu:te|తెలుగు:te|kannada:kn|ಕನ್ನಡ:kn|"
    "malayalam:ml|മലയാളം:ml|odia:or|oriya:or|assamese:as|nepali:ne|नेपाली:ne|maithili:mai|bhojpuri:bho|"
    "sinhala:si|sinhalese:si|සිංහල:si|dhivehi:dv|santali:sat|chinese:zh|中文:zh|简体中文:zh|繁體中文:zh|"
    "mandarin:zh|chinois:zh|chino:zh|japanese:ja|日本語:ja|korean:ko|한국어:ko|vietnamese:vi|tieng viet:vi|"
    "tiếng việt:vi|thai:th|ไทย:th|ภาษาไทย:th|lao:lo|ລາວ:lo|khmer:km|ខ្មែរ:km|ភាសាខ្មែរ:km|cambodian:km|"
    "burmese:my|myanmar:my|မြန်မာ:my|မြန်မာဘာသာ:my|karen:kar|kachin:kac|chin:cnh|shan:shn|mon:mnw|"
    "indonesian:id|bahasa indonesia:id|bahasa:id|malay:ms|bahasa melayu:ms|javanese:jv|sundanese:su|"
    "tagalog:tl|filipino:fil|pilipino:fil|cebuano:ceb|bisaya:ceb|ilocano:ilo|hiligaynon:hil|waray:war|"
    "maranao:mrw|maguindanao:mdh|tausug:tsg|tetum:tet|tetun:tet|tok pisin:tpi|bislama:bi|fijian:fj|"
    "samoan:sm|tongan:to|kiribati:gil|marshallese:mh|haitian creole:ht|kreyol:ht|kreyol ayisyen:ht|"
    "creole:ht|quechua:qu|aymara:ay|guarani:gn|nahuatl:nah|maya:yua|k'iche:quc|kiche:quc|q'eqchi:kek|"
    "kekchi:kek|mam:mam|kaqchikel:cak|miskito:miq|garifuna:cab|papiamento:pap|cape verdean creole:kea|"
    "crioulo:kea|latin:la|esperanto:eo|";

// Codes of three letters (ISO 639-2, both kinds, and 639-3 where they are common) and of two behind them.
constexpr std::string_view kShortestCodes =
    "aaraa abkab afraf akaak albsq amham araar arbar argan armhy asmas avaav aveae aymay "
    "azeaz bakba bambm baqeu belbe benbn bisbi bodbo bosbs brebr bulbg burmy catca cescs "
    "chach chece chizh chucu chvcv corkw cosco crecr cymcy czecs danda deude divdv dutnl "
    "dzodz ellel engen epoeo estet euseu eweee faofo fasfa fijfj finfi frafr frefr fryfy "
    "fulff gazom geoka gerde glagd glega glggl glvgv greel grngn gujgu hatht hauha hbssh "
    "hebhe herhz hinhi hmoho hrvhr hunhu hyehy iboig iceis idoio iiiii ikuiu ileie inaia "
    "indid ipkik islis itait javjv jpnja kalkl kankn kasks katka kaukr kazkk khmkm kikki "
    "kinrw kirky komkv konkg korko kuakj kurku laolo latla lavlv limli linln litlt ltzlb "
    "lublu luglg macmk mahmh malml maomi marmr mayms mkdmk mlgmg mltmt monmn mrimi msams "
    "myamy nauna navnv nblnr ndend ndong nepne nldnl nnonn nobnb norno nyany ocioc ojioj "
    "orior ormom ossos panpa perfa pesfa plipi polpl porpt pusps quequ rohrm ronro rumro "
    "runrn rusru sagsg sansa sinsi slksk slosk slvsl smese smosm snasn sndsd somso sotst "
    "spaes sqisq srdsc srpsr sswss sunsu swasw swesv swhsw tahty tamta tattt telte tgktg "
    "tgltl thath tibbo tirti tonto tsntn tsots tuktk turtr twitw uigug ukruk urdur uzbuz "
    "venve vievi volvo welcy wlnwa wolwo xhoxh yidyi yoryo zhaza zhozh zulzu ";

}  // namespace

std::optional<std::string_view> code_of_language(std::string_view plain_name) {
  if (plain_name.empty() || plain_name.find_first_of("|:") != std::string_view::npos) return std::nullopt;
  const std::string entry = "|" + std::string(plain_name) + ":";
  const std::size_t at = kLanguageNames.find(entry);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t start = at + entry.size();
  return kLanguageNames.substr(start, kLanguageNames.find('|', start) - start);
}

std::string_view shortest_code(std::string_view code) {
  constexpr std::size_t kLetters = 3;
  constexpr std::size_t kStride = 6;
  if (code.size() != kLetters) return code;
  for (std::size_t at = 0; at + kStride <= kShortestCodes.size(); at += kStride)
    if (kShortestCodes.substr(at, kLetters) == code) return kShortestCodes.substr(at + kLetters, 2);
  return code;
}

}  // namespace tertulia::formats
