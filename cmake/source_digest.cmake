# probity_source_digest(TARGET NAMESPACE FUNCTION HEADER PATTERN...)
#   Puts the SHA-256 of the files that match the patterns, by name, into TARGET behind
#   std::string_view NAMESPACE::FUNCTION(), which is declared in HEADER; tests are left out.
# Run as a script (cmake -DOUT=… -DROOT=… -DNAMESPACE=… -DFUNCTION=… -DHEADER=… -DFILES=… -P source_digest.cmake), it
# writes the source.
if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "|" ";" files "${FILES}")
  set(all "")
  foreach(name IN LISTS files)
    file(SHA256 ${ROOT}/${name} one)
    string(APPEND all "${name} ${one}\n")
  endforeach()
  string(SHA256 digest "${all}")
  file(WRITE ${OUT}.new
       "// Written by cmake/source_digest.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n"
       "std::string_view ${FUNCTION}() {\n  return \"${digest}\";\n}\n\n} // namespace ${NAMESPACE}\n")
  file(RENAME ${OUT}.new ${OUT})
  return()
endif()

function(probity_source_digest target namespace function header)
  list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE patterns)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR} ${patterns})
  list(FILTER files EXCLUDE REGEX "_test\\.cpp$")
  list(SORT files)
  set(out ${CMAKE_BINARY_DIR}/${function}.cpp)
  set(script ${CMAKE_SOURCE_DIR}/cmake/source_digest.cmake)
  list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE depends)
  string(REPLACE ";" "|" names "${files}")
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DROOT=${CMAKE_SOURCE_DIR} -DNAMESPACE=${namespace}
            -DFUNCTION=${function} -DHEADER=${header} "-DFILES=${names}" -P ${script}
    DEPENDS ${depends} ${script}
    COMMENT "Hashing the sources of ${function}"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
