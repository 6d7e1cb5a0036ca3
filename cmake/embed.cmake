# probity_embed(TARGET NAMESPACE FUNCTION DIRECTORY)
#   Puts the text of every *.toml in DIRECTORY into TARGET, sorted by name, behind
#   std::span<const RuleFile> NAMESPACE::FUNCTION(), which is declared in the folder's embedded.h.
# Run as a script (cmake -DOUT=… -DDIRECTORY=… -DNAMESPACE=… -DFUNCTION=… -DHEADER=… -P embed.cmake), it writes
# the source.
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB files ${DIRECTORY}/*.toml)
  list(SORT files)
  set(rows "")
  foreach(path IN LISTS files)
    get_filename_component(name ${path} NAME)
    file(READ ${path} text HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" text "${text}")
    # Lines end where the file's lines end, so that no compiler meets one of unbounded length.
    string(REPLACE "\\x0a" "\\x0a\"\n     \"" text "${text}")
    file(SIZE ${path} size)
    string(APPEND rows "    {\"${name}\",\n     std::string_view{\"${text}\", ${size}}},\n")
  endforeach()
  file(WRITE ${OUT}.new
       "// Written by cmake/embed.cmake.\n#include \"${HEADER}\"\n\n#include <array>\n\nnamespace ${NAMESPACE} {\n\n"
       "std::span<const RuleFile> ${FUNCTION}() {\n  static constexpr auto files = std::to_array<RuleFile>({\n"
       "${rows}  });\n  return files;\n}\n\n} // namespace ${NAMESPACE}\n")
  file(RENAME ${OUT}.new ${OUT})
  return()
endif()

function(probity_embed target namespace function directory header)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${directory}/*.toml)
  string(MAKE_C_IDENTIFIER "embedded_${function}" stem)
  set(out ${CMAKE_BINARY_DIR}/${stem}.cpp)
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed.cmake)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DDIRECTORY=${CMAKE_SOURCE_DIR}/${directory} -DNAMESPACE=${namespace}
            -DFUNCTION=${function} -DHEADER=${header} -P ${script}
    DEPENDS ${files} ${script}
    COMMENT "Embedding ${directory}"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
