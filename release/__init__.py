"""What a release is made of: its locks, licences and bill of materials; no part of the program itself."""
