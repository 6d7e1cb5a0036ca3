// Which group each offence code belongs to, for the three families of instruments that ask.
//
// Facts read from the mapping of ministryofjustice/hmpps-arns-risk-actuarial-api at bbc08a4 (MIT licence,
// Crown copyright), which agrees with that project's offence-code-mapping.csv on all codes that both have.
// Offence group, what OGRS3 makes of the code, SNSV group and subgroup, OGRS4 category, whether a sanction
// for it counts as violent; then the codes, as ranges in which every number is a code.
#include "risk/offence_codes.h"

#include <array>

namespace probity::risk {

namespace {

constexpr auto kinds_1 = std::to_array<OffenceKind>({
    {"", Ogrs3Weight::no_weight, "", "", "UNKNOWN", ViolentSanction::no, "00000-00001"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Violence against the person (ABH+)",
     "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS", ViolentSanction::yes,
     "00100-00102 00200 00300-00306 00400-00403 00405 00407 00410-00411 00500-00502 "
     "00504-00511 00513 00520-00527 00600-00604 00700-00717 00800-00803 00805-00809 "
     "00819-00820 00830 00833-00835 00838 00840-00842 00846-00848 00852 00857 00859-00860 "
     "00873 00877 01100 01102-01103 01200 01300-01302 01400-01402 01500 03500 03600-03604 "
     "03608 03612 05915 06697 06804 07902-07905 09417 10900-10903 10905-10909"},
    {"Other motoring", Ogrs3Weight::weighted, "Motoring offences", "", "MOTORING_OFFENCES",
     ViolentSanction::no,
     "00404 00408-00409 00412 00418-00419 17000 17300-17302 17304-17310 17312-17313 17316 "
     "17318 17320 17350 72515-72518 79508 80200 80400-80406 80490 80500-80503 80700-80710 "
     "80790 80900-80903 80990 81000-81003 81090 81100-81104 81190 81200 81300 81500-81505 "
     "81590 81600-81601 81611 81700 81800-81802 81811 81890 81900-81902 82000-82001 "
     "82006-82013 82090 82100 82200 82300-82302 82390 82400-82402 82500-82524 82590 82599 "
     "99951 99953"},
    {"Drink driving and related offences", Ogrs3Weight::weighted, "Drink driving", "", "DRINK_DRIVING",
     ViolentSanction::no, "00406 80300-80313 80315-80316"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Firearms (most serious)",
     "FIREARMS_MOST_SERIOUS", ViolentSanction::yes, "00514-00519 00813-00818 00823-00825 00854"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Violence against the person (ABH+)",
     "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS", ViolentSanction::no, "00528 99957"},
    {"Violence", Ogrs3Weight::weighted, "Motoring offences", "", "MOTORING_OFFENCES", ViolentSanction::no,
     "00804"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Weapons (non-firearm)",
     "WEAPONS_NON_FIREARM", ViolentSanction::yes,
     "00811 00826-00828 00853 00861-00864 00875-00876 06906 09000-09005 11300 19668 19721"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person",
     "Violence against the person (sub-ABH)", "VIOLENCE_AGAINST_THE_PERSON_SUB_ABH", ViolentSanction::yes,
     "00821-00822 10300 10400-10402 10404-10409 10420 10422-10428 10430-10431 10433 "
     "10435-10440 10500-10517 11102 11112-11120 15518 19673"},
    {"Violence", Ogrs3Weight::weighted, "Public order and harassment", "", "PUBLIC_ORDER_AND_HARRASSMENT",
     ViolentSanction::yes,
     "00829 00831 00836-00837 00843-00845 00849-00851 00855-00856 00858 00865-00867 "
     "00871-00872 00874 06816 14500-14501 19512 19594"},
    {"Other offence", Ogrs3Weight::weighted, "Other offences", "", "OTHER_OFFENCES", ViolentSanction::no,
     "00832 02600 06200 06300 06800 06805-06806 06815 06900-06905 07500-07502 07512-07513 "
     "07515 07519 07521-07524 07531-07535 07539-07562 07600-07601 07900-07901 07907 08200 "
     "08202-08204 08400-08421 08500-08509 08700-08703 08795 08890 08900-08912 09100-09102 "
     "09106-09122 09125-09183 09185 09400-09411 09500 09506-09507 09514-09516 09520-09522 "
     "09526 09528-09551 09554-09571 09600 09609 09800-09853 09856 09863-09867 09869-09889 "
     "09900-09906 09912-09916 09919-09924 09929-09942 09944-09971 09973-09978 09981-09989 "
     "09991-09993 09995-09999 10100 10102 10106-10112 10120 10600 10602 10604-10613 "
     "10620-10621 10623-10624 10629-10632 10636 10643-10660 10662-10673 10681 10686-10688 "
     "10699 10800-10814 10816-10839 11000-11005 11101 11103-11108 11110-11111 11121-11124 "
     "11200-11201 11203-11206 11400-11401 11600-11604 11606 11609 11611-11612 11617-11620 "
     "11700 12109 12111-12121 12200-12207 12220 12300-12306 12400-12420 13500-13502 "
     "13504-13516 13520 13600-13602 13604-13607 13620 13700-13701 13704-13717 13720 13730 "
     "13799-13835 13845-13848 13852 14200-14207 14210 14213-14216 14219 14221 14223-14225 "
     "14227-14235 14237 14240-14253 14264-14293 14300-14312 14314-14319 14321-14324 "
     "14328-14329 14333-14340 14344-14354 14359-14395 14398-14403 14600 14605 14699-14702 "
     "14704-14707 14720 14800 14802 14817 14822-14824 14826 14829 14835 14842 14848 "
     "14850-14851 14859 14862-14864 15000 15004 15007 15009-15011 15019 15025 15027-15035 "
     "15300 15302 15305-15307 15315 15400 15404 15409 15417 15500-15501 15503 15508-15515 "
     "15517 15600-15603 15605-15613 15620 15700 15800-15806 15900-15905 16000 16100 16103 "
     "16105 16110-16111 16300 16310-16311 16409-16411 16415-16417 16800-16805 16807-16812 "
     "16814-16815 16817-16821 16823-16826 16829-16831 16833-16836 16840 16842-16843 16845 "
     "16847 16851-16856 16863-16898 16900-16901 16904-16910 16920 17200 17330-17331 "
     "17500-17503 17505-17507 17600-17603 17900 17903-17904 17908-17911 18000 18400-18402 "
     "18800-18801 18804-18806 18899-18903 19000-19009 19100-19113 19115 19117-19120 19200 "
     "19203-19206 19500-19511 19513-19518 19521 19523-19533 19535 19538-19540 19542-19579 "
     "19583-19589 19591-19593 19599-19606 19608 19610-19644 19646-19654 19657-19667 "
     "19674-19683 19685-19687 19692-19698 19701 50100 75509 75511 75516 79520 79688 "
     "79690-79693 99600-99612 99617-99618 99620 99700 99800 99900-99905 99908 99949 99968"},
    {"Sexual (not against child)", Ogrs3Weight::weighted, "Public order and harassment", "",
     "PUBLIC_ORDER_AND_HARRASSMENT", ViolentSanction::yes, "00839"},
    {"", Ogrs3Weight::no_weight, "", "", "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS", ViolentSanction::no,
     "00878"},
    {"", Ogrs3Weight::no_weight, "", "", "WEAPONS_NON_FIREARM", ViolentSanction::yes, "00879"},
    {"Criminal damage", Ogrs3Weight::weighted, "Criminal damage", "", "CRIMINAL_DAMAGE", ViolentSanction::no,
     "00900 99950"},
    {"Sexual (not against child)", Ogrs3Weight::weighted, "Sexual (not against child)", "",
     "SEXUAL_NOT_AGAINST_CHILD", ViolentSanction::no,
     "01600 01602 01605-01606 01611 01615-01616 01620-01622 01700 01712-01713 01715 01800 "
     "01802 01805-01806 01809-01810 01900 01902-01904 01908 01910 01912 01914 02000 "
     "02002-02003 02005 02202-02205 02302 02312-02313 02500-02502 02505 07000-07024 "
     "07201-07206 08600-08601 08603-08609 08611-08614 08616-08617 08803-08812 08814-08815 "
     "13900 16412"},
    {"Sexual (against child)", Ogrs3Weight::weighted, "Sexual (against child)", "", "SEXUAL_AGAINST_CHILD",
     ViolentSanction::no,
     "01612-01614 01617-01619 01623-01628 01711 01714 01716 01803-01804 01807-01808 01811 "
     "01907 01909 01911 01913 01916-01919 02001 02004 02006 02100-02125 02200-02201 "
     "02206-02225 02300-02301 02303-02311 02314-02337 02503-02504 07100-07117 07300-07302 "
     "07307-07318 07400-07402 08602 08610 08615 08801-08802"},
    {"Soliciting or prostitution", Ogrs3Weight::weighted, "Other offences", "", "OTHER_OFFENCES",
     ViolentSanction::no,
     "02400-02403 02405-02407 02410-02419 02700 10700-10707 10710 16500-16503 16600-16601 "
     "16604 16620 16700-16702"},
    {"Soliciting or prostitution", Ogrs3Weight::weighted, "Sexual (against child)", "",
     "SEXUAL_AGAINST_CHILD", ViolentSanction::no, "02404"},
    {"Burglary (domestic)", Ogrs3Weight::weighted, "Burglary (domestic)", "", "BURGLARY_DOMESTIC",
     ViolentSanction::no, "02800-02803"},
    {"Violence", Ogrs3Weight::weighted, "Acquisitive violence", "", "ACQUISITIVE_VIOLENCE",
     ViolentSanction::yes, "02900 03100 03200"},
    {"Burglary (other)", Ogrs3Weight::weighted, "Burglary (other)", "", "BURGLARY_OTHER", ViolentSanction::no,
     "03000-03002 03300"},
    {"Robbery", Ogrs3Weight::weighted, "Acquisitive violence", "", "ACQUISITIVE_VIOLENCE",
     ViolentSanction::yes, "03400-03403"},
    {"", Ogrs3Weight::no_weight, "", "", "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS", ViolentSanction::yes,
     "03611"},
    {"Taking & driving away and related offences", Ogrs3Weight::weighted, "Vehicle-related theft", "",
     "VEHICLE_RELATED_THEFT", ViolentSanction::no, "03700 03702 04800-04801 13000-13003 13100-13101"},
    {"Taking & driving away and related offences", Ogrs3Weight::weighted, "Violence against the person",
     "Violence against the person (ABH+)", "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS", ViolentSanction::yes,
     "03701"},
    {"Theft (non-motor)", Ogrs3Weight::weighted, "Fraud and forgery", "", "FRAUD_AND_FORGERY",
     ViolentSanction::no, "03800-03809 04100"},
    {"Theft (non-motor)", Ogrs3Weight::weighted, "Theft (non-motor)", "", "THEFT_NON_MOTOR",
     ViolentSanction::no,
     "03900 04000 04200 04300 04600 04700 04900 04910-04912 11800-11802 11900-11901 "
     "12106-12107 99921"},
    {"Theft (non-motor)", Ogrs3Weight::weighted, "Vehicle-related theft", "", "VEHICLE_RELATED_THEFT",
     ViolentSanction::no, "04400"},
    {"Theft from vehicles", Ogrs3Weight::weighted, "Vehicle-related theft", "", "VEHICLE_RELATED_THEFT",
     ViolentSanction::no, "04500 04510-04511"},
    {"Fraud and forgery", Ogrs3Weight::weighted, "Fraud and forgery", "", "FRAUD_AND_FORGERY",
     ViolentSanction::no,
     "05000 05100-05106 05200-05210 05300-05302 05304-05306 05308 05310-05311 05313-05316 "
     "05320-05332 05334-05335 05337-05346 05352-05356 05399 05500-05512 06000 06021-06023 "
     "06100 06121-06141 09907-09910 99954"},
    {"Fraud and forgery", Ogrs3Weight::weighted, "Welfare fraud", "", "WELFARE_FRAUD", ViolentSanction::no,
     "05333 05336 05357"},
    {"Handling stolen goods", Ogrs3Weight::weighted, "Handling stolen goods", "", "HANDLING_STOLEN_GOODS",
     ViolentSanction::no, "05400-05402 12000-12001 12100-12105 19536"},
    {"Criminal damage", Ogrs3Weight::weighted, "Criminal damage", "", "CRIMINAL_DAMAGE", ViolentSanction::yes,
     "05600-05602 05700 05702 05711-05717 05722 05728 05800-05804 05900 05911-05914 14900"},
    {"Public order", Ogrs3Weight::weighted, "Public order and harassment", "", "PUBLIC_ORDER_AND_HARRASSMENT",
     ViolentSanction::yes,
     "06400-06402 06500 06600-06601 06603-06607 06609-06616 06621-06662 06664-06682 06689 "
     "06691-06696 06699 06801-06803 06809-06810 06819-06820 12500-12502 12505 12509 "
     "12511-12585 12599 16200 16202-16203 16210-16211 18200 18300 50200"},
    {"Other offence", Ogrs3Weight::weighted, "Fraud and forgery", "", "FRAUD_AND_FORGERY",
     ViolentSanction::no,
     "06602 06700-06702 07800-07801 07804-07825 07828-07829 07911 09508-09513 09517-09519 "
     "09527 09553 09911 09928 09990 17700-17701 19400-19426 19428-19435 19437-19441 "
     "19444-19449 19451-19452 19454-19459 19462"},
    {"Sexual (not against child)", Ogrs3Weight::weighted, "Other offences", "", "OTHER_OFFENCES",
     ViolentSanction::no, "06608 06617-06620 06807-06808 07303-07306 50300 50400"},
    {"Violence", Ogrs3Weight::weighted, "Other offences", "", "OTHER_OFFENCES", ViolentSanction::no,
     "06683-06688 06690 06698"},
    {"Other offence", Ogrs3Weight::weighted, "Sexual (not against child)", "", "SEXUAL_NOT_AGAINST_CHILD",
     ViolentSanction::no, "07200 17504"},
    {"Drug possession/supply", Ogrs3Weight::weighted, "Drug import/export/production", "",
     "DRUG_IMPORT_EXPORT_OR_PRODUCTION", ViolentSanction::no,
     "07700 07751-07760 09330 09349-09354 09385 09389 19301 19305 19317-19320"},
    {"Drug import/export/production", Ogrs3Weight::weighted, "Drug import/export/production", "",
     "DRUG_IMPORT_EXPORT_OR_PRODUCTION", ViolentSanction::no,
     "07750 07761-07765 09201-09208 09210-09215 09219-09223 09225-09229 09237-09238 09355 "
     "09357-09360"},
    {"Absconding or bail offences", Ogrs3Weight::weighted, "Absconding/bail", "", "ABSCONDING_OR_BAIL",
     ViolentSanction::no, "08000-08001 08300-08303 08305-08306 15999"},
    {"", Ogrs3Weight::no_weight, "", "", "ABSCONDING_OR_BAIL", ViolentSanction::no, "08002"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Firearms (other)", "FIREARMS_OTHER",
     ViolentSanction::yes,
     "08100 08103-08104 08107-08117 08126-08127 08129-08130 08135-08140 08142-08145 "
     "08169-08174 08176-08178 08186-08188 11500 11504 11506 11518-11522 11525 11528 "
     "11531-11534 11541-11588 11590-11598 15706-15707 19669-19672 19684"},
    {"", Ogrs3Weight::no_weight, "", "", "FIREARMS_OTHER", ViolentSanction::yes, "08181"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Firearms (most serious)",
     "FIREARMS_OTHER", ViolentSanction::yes, "08184"},
    {"", Ogrs3Weight::needs_exact_offence, "Sexual (not against child)", "", "SEXUAL_NOT_AGAINST_CHILD",
     ViolentSanction::no, "08800"},
    {"", Ogrs3Weight::no_weight, "", "", "OTHER_OFFENCES", ViolentSanction::no, "09184 09700 14294"},
    {"Drug import/export/production", Ogrs3Weight::weighted, "Drug possession/supply", "",
     "DRUG_POSSESSION_OR_SUPPLY", ViolentSanction::no,
     "09200 09230-09235 09239-09243 09245-09249 09290-09293 09361"},
    {"Drug possession/supply", Ogrs3Weight::weighted, "Drug possession/supply", "",
     "DRUG_POSSESSION_OR_SUPPLY", ViolentSanction::no,
     "09250-09255 09259-09263 09265-09275 09279-09283 09285-09289 09300 09310-09315 "
     "09319-09323 09325-09329 09340 09363-09367 09369-09373 09375-09379 09381-09384 "
     "09386-09388 09391 19300 19302-19304 19306-19316 19321-19344 19346 19391-19392"},
    {"", Ogrs3Weight::no_weight, "", "", "DRUG_POSSESSION_OR_SUPPLY", ViolentSanction::no, "09392"},
    {"Other offence", Ogrs3Weight::weighted, "Public order and harassment", "",
     "PUBLIC_ORDER_AND_HARRASSMENT", ViolentSanction::yes,
     "09501-09505 09523-09525 09552 09972 10442 12586 19541 19590 19607"},
    {"Other offence", Ogrs3Weight::weighted, "Violence against the person",
     "Violence against the person (ABH+)", "VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS", ViolentSanction::yes,
     "09925-09926 09979-09980"},
    {"Other offence", Ogrs3Weight::weighted, "Drunkenness", "", "DRUNKENNESS", ViolentSanction::yes, "09943"},
    {"Other offence", Ogrs3Weight::weighted, "Handling stolen goods", "", "HANDLING_STOLEN_GOODS",
     ViolentSanction::no, "09994 18100-18101 18104-18105 18120 19534"},
    {"", Ogrs3Weight::needs_exact_offence, "Other offences", "", "OTHER_OFFENCES", ViolentSanction::no,
     "11100"},
    {"Other motoring", Ogrs3Weight::weighted, "Vehicle-related theft", "", "VEHICLE_RELATED_THEFT",
     ViolentSanction::no, "12600"},
    {"Other offence", Ogrs3Weight::weighted, "Vehicle-related theft", "", "VEHICLE_RELATED_THEFT",
     ViolentSanction::no, "13718"},
    {"Public order", Ogrs3Weight::weighted, "Drunkenness", "", "DRUNKENNESS", ViolentSanction::yes,
     "14000-14001 14006 14010-14011 14101 14103-14105 14110-14112 14120"},
    {"Public order", Ogrs3Weight::weighted, "Drunkenness", "", "DRUNKENNESS", ViolentSanction::no, "14005"},
    {"", Ogrs3Weight::needs_exact_offence, "Drunkenness", "", "DRUNKENNESS", ViolentSanction::yes, "14100"},
    {"Drink driving and related offences", Ogrs3Weight::weighted, "Drunkenness", "", "DRUNKENNESS",
     ViolentSanction::yes, "14102 14108-14109"},
    {"Public order", Ogrs3Weight::weighted, "Other offences", "", "OTHER_OFFENCES", ViolentSanction::no,
     "14396-14397 16400 16402-16407 19688-19691 79524 79689 99956"},
    {"Other offence", Ogrs3Weight::weighted, "Welfare fraud", "", "WELFARE_FRAUD", ViolentSanction::no,
     "15100-15101 15103-15107 15109-15112 15114-15115 15200"},
    {"Other offence", Ogrs3Weight::weighted, "Violence against the person",
     "Violence against the person (sub-ABH)", "VIOLENCE_AGAINST_THE_PERSON_SUB_ABH", ViolentSanction::yes,
     "15516 19427 19442-19443 19450 19461"},
    {"Criminal damage", Ogrs3Weight::weighted, "Burglary (other)", "", "BURGLARY_OTHER", ViolentSanction::no,
     "18500-18502"},
    {"Drug possession/supply", Ogrs3Weight::weighted, "Absconding/bail", "", "ABSCONDING_OR_BAIL",
     ViolentSanction::no, "19347-19348"},
    {"Other offence", Ogrs3Weight::weighted, "Drug import/export/production", "",
     "DRUG_IMPORT_EXPORT_OR_PRODUCTION", ViolentSanction::no, "19349-19352"},
    {"Other offence", Ogrs3Weight::weighted, "Absconding/bail", "", "ABSCONDING_OR_BAIL", ViolentSanction::no,
     "19353-19354 19453 19460"},
    {"Other offence", Ogrs3Weight::weighted, "Drug possession/supply", "", "DRUG_POSSESSION_OR_SUPPLY",
     ViolentSanction::no, "19355 99952"},
    {"Other offence", Ogrs3Weight::weighted, "Violence against the person", "Weapons (non-firearm)",
     "WEAPONS_NON_FIREARM", ViolentSanction::yes, "19520 19522 19580-19582"},
    {"Public order", Ogrs3Weight::weighted, "Public order and harassment", "", "PUBLIC_ORDER_AND_HARRASSMENT",
     ViolentSanction::no, "72501-72502 72581-72582 99959"},
    {"Other motoring", Ogrs3Weight::weighted, "Fraud and forgery", "", "FRAUD_AND_FORGERY",
     ViolentSanction::no, "81400-81410 82002-82005"},
    {"", Ogrs3Weight::no_weight, "Other offences", "", "OTHER_OFFENCES", ViolentSanction::no,
     "95000-95011 95013 99955"},
    {"", Ogrs3Weight::no_weight, "Fraud and forgery", "", "FRAUD_AND_FORGERY", ViolentSanction::no, "95012"},
    {"Violence", Ogrs3Weight::weighted, "Public order and harassment", "", "PUBLIC_ORDER_AND_HARRASSMENT",
     ViolentSanction::no, "99701 99907"},
    {"Violence", Ogrs3Weight::weighted, "Drug possession/supply", "", "DRUG_POSSESSION_OR_SUPPLY",
     ViolentSanction::no, "99906"},
    {"Burglary (domestic)", Ogrs3Weight::weighted, "Burglary (other)", "", "BURGLARY_OTHER",
     ViolentSanction::no, "99920"},
    {"Violence", Ogrs3Weight::weighted, "Violence against the person", "Firearms (most serious)",
     "FIREARMS_MOST_SERIOUS", ViolentSanction::no, "99958"},
});

} // namespace

std::span<const OffenceKind> offence_kinds_version_1() {
  return kinds_1;
}

} // namespace probity::risk
