# Cwestiynau am gadw cofrestriad a dod yn ôl ato.
save_email = Cyfeiriad e-bost
    .hint = Byddwn yn anfon dolen yno, er mwyn i chi allu dod yn ôl
    .missing = Rhowch gyfeiriad e-bost
    .malformed = Rhowch gyfeiriad e-bost yn y fformat cywir, fel name@example.com
resume_email = Cyfeiriad e-bost
    .hint = Y cyfeiriad y gwnaethoch gadw eich cofrestriad ag ef
    .missing = Rhowch gyfeiriad e-bost
    .malformed = Rhowch gyfeiriad e-bost yn y fformat cywir, fel name@example.com
