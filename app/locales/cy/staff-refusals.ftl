# Pam y gwrthodir ffurflenni am staff, lle nad oes un cwestiwn ar fai.
any-staff-yourself = Chi yw hwn. Rhaid i rywun arall newid yr hyn y cewch ei wneud
any-staff-last-admin = Nid oes neb arall yn gweinyddu hyn. Rhowch y rôl i rywun arall yn gyntaf
any-staff-step-ended = Cymerasoch ormod o amser, neu rhoesoch ormod o godau anghywir. Mewngofnodwch eto o’r dechrau
any-staff-last-factor = Dyma eich unig ail gam. Gosodwch allwedd mynediad cyn ei dileu
any-close-last-admin = Nid oes neb arall yn gweinyddu’r gwasanaeth hwn. Rhowch eich rôl i rywun arall cyn cau eich cyfrif
any-staff-wrong = Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir. Gwiriwch y ddau
any-staff-wrong-password = Nid yw’r cyfrinair hwn yn gywir. Gwiriwch ef a rhowch gynnig arall arni
