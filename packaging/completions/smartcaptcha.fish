# SPDX-FileCopyrightText: 2026 SmartCaptcha for Qt contributors
# SPDX-License-Identifier: MIT

# Completions of the command smartcaptcha for fish. Installed in the folder fish/vendor_completions.d.

# __smartcaptcha_option COMMAND OPTION DESCRIPTION [ARGUMENT OF complete]...
function __smartcaptcha_option
    complete -c smartcaptcha -n "__fish_seen_subcommand_from $argv[1]" -l $argv[2] -d $argv[3] $argv[4..]
end

# What the program itself lists: a name, then a description.
function __smartcaptcha_listed
    set -l program (commandline -opc)[1]
    command $program $argv 2>/dev/null | string replace -r '^(\S+)\s+(.*)$' '$1\t$2'
end

complete -c smartcaptcha -f
complete -c smartcaptcha -l help -d 'Show a text about the command'
complete -c smartcaptcha -l version -d 'Show the version'

complete -c smartcaptcha -n __fish_use_subcommand -a verify -d 'Ask the service, or a backend, about a token'
complete -c smartcaptcha -n __fish_use_subcommand -a solve -d 'Get a token from a person, in the browser'
complete -c smartcaptcha -n __fish_use_subcommand -a emulate -d 'Serve the whole captcha service on this computer'
complete -c smartcaptcha -n __fish_use_subcommand -a keys -d 'Keep server keys in the system\'s keychain'
complete -c smartcaptcha -n __fish_use_subcommand -a lint -d 'Find what must not ship in sources, programs and packages'
complete -c smartcaptcha -n __fish_use_subcommand -a doctor -d 'Say whether this machine can show a captcha'
complete -c smartcaptcha -n __fish_use_subcommand -a qa -d 'Run the scenarios of the QA harness without a window'

__smartcaptcha_option verify token 'The token; - reads it from standard input' -xa -
__smartcaptcha_option verify ip 'The address of the person' -x
__smartcaptcha_option verify service 'The base address of the service' -x
__smartcaptcha_option verify backend 'Ask this backend of your own' -x
__smartcaptcha_option verify policy 'What to do when the service cannot be asked' -xa 'advice strict'
__smartcaptcha_option verify allow-host 'Accept tokens of this site only' -x
__smartcaptcha_option verify timeout 'Milliseconds that the request may take' -x
__smartcaptcha_option verify method 'How to ask' -xa 'post get'
__smartcaptcha_option verify keychain 'Take the server key from the keychain' -x
__smartcaptcha_option verify server-key-file 'Take the server key from a file' -rF
__smartcaptcha_option verify json 'Print the result as one JSON object'

__smartcaptcha_option solve site-key 'The client key of the captcha' -x
__smartcaptcha_option solve origin 'The address of a page on your own site' -x
__smartcaptcha_option solve service 'The base address of the service' -x
__smartcaptcha_option solve language 'The language of the captcha and its page' -xa 'be en kk ru tr tt uk uz'
__smartcaptcha_option solve no-browser 'Only print the address'
__smartcaptcha_option solve timeout 'Seconds to wait for the person' -x
__smartcaptcha_option solve json 'Print the result as one JSON object'

__smartcaptcha_option emulate port 'The port to listen at' -x
__smartcaptcha_option emulate tls-cert 'Serve https with this certificate' -rF
__smartcaptcha_option emulate tls-key 'The private key of the certificate' -rF
__smartcaptcha_option emulate scenario 'What happens to those who use the service' \
    -xa '(__smartcaptcha_listed emulate --list-scenarios)'
__smartcaptcha_option emulate delay 'Milliseconds that the slow scenarios are late' -x
__smartcaptcha_option emulate allow-site 'A host whose pages may show the widget' -x
__smartcaptcha_option emulate tokens 'How many tokens to issue' -x
__smartcaptcha_option emulate site-key 'The client key' -x
__smartcaptcha_option emulate server-key-file 'A file with the server key that belongs to it' -rF
__smartcaptcha_option emulate list-scenarios 'List the scenarios'

complete -c smartcaptcha -n '__fish_seen_subcommand_from keys; and not __fish_seen_subcommand_from set get remove' \
    -a 'set get remove'
__smartcaptcha_option keys reveal 'With get: print the whole key'
__smartcaptcha_option keys timeout 'Milliseconds to wait for the keychain' -x

complete -c smartcaptcha -n '__fish_seen_subcommand_from lint' -F
__smartcaptcha_option lint format 'How to print what was found' -xa 'text json sarif'
__smartcaptcha_option lint site-key 'The client key that the program is meant for' -x
__smartcaptcha_option lint files-from 'Look at the files that are named in this one' -rF

__smartcaptcha_option doctor service 'The base address of the service' -x
__smartcaptcha_option doctor offline 'Do not use the network'
__smartcaptcha_option doctor json 'Print the result as one JSON object'

__smartcaptcha_option qa service 'A real service instead of the emulator' -x
__smartcaptcha_option qa site-key 'Its client key' -x
__smartcaptcha_option qa origin 'A site that the client key allows' -x
__smartcaptcha_option qa keychain 'Take the server key from the keychain' -x
__smartcaptcha_option qa server-key-file 'Take the server key from a file' -rF
__smartcaptcha_option qa engine 'What shows the captcha' -xa 'webengine browser'
__smartcaptcha_option qa only 'Run this scenario only' -xa '(__smartcaptcha_listed qa --list)'
__smartcaptcha_option qa scenarios 'Read more scenarios from a file or a folder' -rF
__smartcaptcha_option qa list 'List the scenarios'
__smartcaptcha_option qa junit 'Write a report for CI systems' -rF
__smartcaptcha_option qa json 'Write a report with every event' -rF
__smartcaptcha_option qa html 'Write a report for people' -rF
__smartcaptcha_option qa language 'For messages and reports' -xa 'en ru'
__smartcaptcha_option qa screenshots 'Save a picture of the end of each scenario' -xa '(__fish_complete_directories)'
__smartcaptcha_option qa jobs 'The number of processes that run them' -x
