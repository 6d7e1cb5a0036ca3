#include <map>
#include <set>

#include <gtest/gtest.h>

#include "risk/instruments.h"

namespace probity::risk {
namespace {

// A table that has been used is never changed: another number, band or mapping is another version, with a
// line of its own here, and the old table stays.
const std::map<std::string, std::string>& pinned() {
  static const std::map<std::string, std::string> digests{
      {"arp/static/1", "ca3bbcbccc669006e5b331415a25c6e6d970cd23271bad154116647b77370eb6"},
      {"arp/dynamic/1", "02f94b8bd9a041dc2774b38d9e66675d5f0a1ff9005fcb96834936f65b43a26b"},
      {"csrp/1", "111d6927e8d339c5b40e87120e6b55f6a05e7965c5102d0039050cb4fef95eb5"},
      {"lds/1", "b60de5d01d550042ca5063d72ea3ff8d18e42c7526af927ff12605f5367ae2a7"},
      {"mst/1", "d7b5f00bbe25f3b8be33be11cf8cbec4dd0adfc2ca2521e4cdeb0000d517f92a"},
      {"need_severity/1", "6783af4abf95cef1af82e39082aaeba32a262b836cfbf6eb857002ef9fdda93c"},
      {"ogp/1", "69f288ed91ab41b01857dab86377fdcbd326f0cbbba4f3cea954f6e1fbe13f18"},
      {"ogrs3/1", "d405b122c402c34db0e7ac94a43cfb4ccadd1df30baf15a95e9eb74973f5bbc7"},
      {"osp_dc/1", "1673daa779d69c9cb91daad00b60f8accd491282b21b1bc27b08add2712a6544"},
      {"osp_iic/1", "e80078fef70f3dd3f8ba3944e5a9d0a6fb23a7708c4f167c4bab5bbda00a378b"},
      {"ovp/1", "9fa22fb34d306470d88b1eaf2a8c9980ea15e58de2703e46f04124ed4ac37164"},
      {"psa_fta/1", "18d7052294928fd8e06818642d74bb055918086bfcb782cae7ca3b545249bf2d"},
      {"psa_nca/1", "e1f944ccc7d0ba5b32f1925262d974d1d74030925edf70074ef1ac0c4b37e9a6"},
      {"psa_nvca/1", "edb5b8ac4f2d6a3d65b737bcc193e5acf4fbbb5c36b556cec2a52b5b60939cf7"},
      {"rsr/1", "be8e57903a3e7454a4bff214add2109d4d89c1304a00cde3c3b9cba66df344f7"},
      {"snsv/static/1", "3aa14b3b0658535439e3ec49392dcb9b397a86c96a9c6da0a85635f9b9ac90d6"},
      {"snsv/dynamic/1", "154d93250b34f3eda8e559e3bed84576532a94d23bc6e7d338ece022ee5f1768"},
      {"svrp/static/1", "3bbf9325d29386701ac59b68f149a34ce4551893c9679bd28dab0157f7e4bc6c"},
      {"svrp/dynamic/1", "2448170fc540ca8328d1fff2ad06cfdba3d5a9b55a3278a4ea7b0d51075e2c14"},
      {"tier_v2_change/1", "aa6c2dd661090d1593bdf73fad4bb9cf9f7216e54b0f1c6eabd29cea1cec6f56"},
      {"tier_v2_protect/1", "0164efdbc13b62a86b35ba1c45dae5e8987d308dd0500afaa131ef52ffaa819d"},
      {"tier_v3/1", "44c032a5f53a5fad4b475dbb34b7d6004e6166bf324401770a566d37ef09e515"},
      {"vrp/static/1", "1db179419b51477f65996c1e92b21bc89ec4cf9d821b28e0f8873108232de6bd"},
      {"vrp/dynamic/1", "b3e5a7958d81cf5bda81ab07c78059fe3319c97c08f2748b10e0580c7e6a46cb"},
      {"workload_capacity/1", "de86afee96962a10a0e6435f242a39d8bb8656f6de516faa520972ccdabd7440"},
      {"workload_case_points/1", "5ab47251bdcc9baabf4799c21441e333eb149cfa4b8d5afc3b3cfda77d4f9464"},
      {"workload_total/1", "2e77345bef669798cf26b557f5b17389fea7c48ef8e52d04307dec78fc0ae6d6"},
  };
  return digests;
}

TEST(tables, are_what_they_were_when_they_were_released) {
  std::set<std::string> seen;
  for (const Instrument& instrument : instruments()) {
    EXPECT_FALSE(instrument.tables.empty()) << instrument.name;
    for (const Table* table : instrument.tables) {
      EXPECT_EQ(table->instrument, instrument.name);
      EXPECT_FALSE(table->source.empty());
      const std::string name = std::string(instrument.name) + "/" +
                               (table->model.empty() ? "" : std::string(table->model) + "/") +
                               std::string(table->version);
      EXPECT_TRUE(seen.insert(name).second) << name << " stands twice";
      const auto found = pinned().find(name);
      ASSERT_NE(found, pinned().end()) << name << " has no line here: " << table->digest().hex();
      EXPECT_EQ(table->digest().hex(), found->second) << name;
    }
  }
  EXPECT_EQ(seen.size(), pinned().size());
}

TEST(tables, change_their_digest_with_how_terms_are_joined) {
  Table table = *instruments().front().tables.front();
  const base::Digest before = table.digest();
  table.together = table.together == Together::sum ? Together::least : Together::sum;
  EXPECT_NE(table.digest(), before);
}

} // namespace
} // namespace probity::risk
