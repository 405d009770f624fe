/// English, as an analyst would write it. Its sentences stand beside this file, a file a part of the report.
struct EnglishPhrasebook: Phrasebook {}
