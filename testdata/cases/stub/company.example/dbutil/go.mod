module company.example/dbutil

go 1.26
