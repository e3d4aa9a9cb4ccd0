# Allweddi mynediad staff: eu gosod, a’u defnyddio yn lle cod. Geiriau eu cwestiynau hefyd.
staff-passkeys-title = Allweddi mynediad
staff-passkeys-body = Mae allwedd mynediad ar eich dyfais neu yn eich rheolydd cyfrineiriau, ac yn agor fel y ddyfais: gyda bys, eich wyneb neu PIN. Mae’n cymryd lle cod.
staff-passkeys-none = Nid ydych wedi gosod un.
staff-passkeys-added = Ychwanegwyd ar { $day }
staff-passkeys-used = Defnyddiwyd ddiwethaf { $moment }
staff-passkeys-unused = Heb ei defnyddio eto
staff-passkeys-add = Ychwanegu allwedd mynediad
staff-passkeys-remove = Dileu
staff-passkeys-remove-body = Ni allwch fewngofnodi gyda hi wedyn. Bydd yn aros ar eich dyfais nes i chi ei dileu yno.
staff-passkeys-remove-button = Dileu’r allwedd mynediad hon

staff-passkey-or = Neu defnyddiwch allwedd mynediad
staff-passkey-use = Defnyddio allwedd mynediad
staff-passkey-title = Defnyddiwch eich allwedd mynediad
staff-passkey-lead = Mae eich porwr yn gofyn i chi ei hagor, fel rydych yn agor eich dyfais.
staff-passkey-confirm-title = Profwch gyda’ch allwedd mynediad mai chi sydd yno
staff-passkey-begin-lead = Pwyswch y botwm, a gwnewch yr hyn y mae eich porwr yn ei ofyn. Mae gennych { $minutes } munud.
staff-passkey-code = Rhoi cod yn lle hynny
staff-passkey-add-title = Ychwanegu allwedd mynediad
staff-passkey-add-lead = Rhowch enw i’r allwedd mynediad y byddwch yn ei hadnabod wrtho. Yna bydd eich porwr yn gofyn ble y dylai fod.
staff-passkey-add-button = Creu’r allwedd mynediad
staff-passkey-again = Rhoi cynnig arall arni
staff-passkey-without = Mae angen JavaScript ar allweddi mynediad, ac nid yw’n rhedeg yn y porwr hwn. Rhowch god yn lle hynny.
staff-passkey-add-without = Mae angen JavaScript ar allweddi mynediad, ac nid yw’n rhedeg yn y porwr hwn. Gosodwch ap dilysu yn lle hynny.
staff-passkey-working = Gwnewch yr hyn y mae eich porwr yn ei ofyn.
staff-passkey-cancelled = Ni ddefnyddiwyd allwedd mynediad: gwnaethoch roi’r gorau iddi, neu cymerodd ormod o amser. Gallwch roi cynnig arall arni.
staff-passkey-add-cancelled = Ni chrëwyd allwedd mynediad: gwnaethoch roi’r gorau iddi, neu cymerodd ormod o amser. Gallwch roi cynnig arall arni.
staff-passkey-known = Mae allwedd mynediad i’ch cyfrif ar y ddyfais hon yn barod.
staff-passkey-failed = Ni allai eich porwr wneud hynny. Rhowch gynnig arall arni, neu ewch ffordd arall.
staff-passkey-unsupported = Nid yw’r porwr hwn yn adnabod allweddi mynediad. Rhowch god yn lle hynny.
staff-passkey-add-unsupported = Nid yw’r porwr hwn yn adnabod allweddi mynediad. Gosodwch ap dilysu yn lle hynny.

passkey_name = Enw’r allwedd mynediad
    .hint = Er enghraifft ar beth y mae, fel “Gliniadur gwaith”
    .missing = Rhowch enw i’r allwedd mynediad

any-passkey-refused = Ni dderbyniwyd yr allwedd mynediad hon. Rhowch gynnig arall arni, neu ewch ffordd arall
any-passkey-ended = Cymerodd hynny ormod o amser, neu cafodd ei ateb yn barod. Rhowch gynnig arall arni
any-passkey-copied = Efallai bod yr allwedd mynediad hon wedi’i chopïo, felly ni chafodd ei derbyn. Ewch ffordd arall, a dilëwch yr allwedd mynediad
any-passkey-known = Mae’r allwedd mynediad hon wedi’i gosod yn barod
any-passkey-too-many = Mae gennych { $max } allwedd mynediad. Dilëwch un cyn ychwanegu un arall
any-passkey-last = Dyma eich unig ail gam. Gosodwch un arall cyn ei dileu

done-passkey-added = Mae eich allwedd mynediad wedi’i gosod
done-passkey-removed = Cafodd yr allwedd mynediad ei dileu
