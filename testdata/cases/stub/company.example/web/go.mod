module company.example/web

go 1.26
