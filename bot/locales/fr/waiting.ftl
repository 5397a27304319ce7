# Ce qui attend un avis.

waiting = { $count ->
    [one] <b>Une version attend un avis.</b>
   *[other] <b>{ $count } versions attendent un avis.</b>
}
waiting-none = Rien n’attend d’avis ici.
waiting-line = { $number }. « { $title } », épisode { $episode } · { $kind }
waiting-line-count = { $number }. « { $title } », épisode { $episode } · { $kind } (✓ { $said } sur { $needs })
waiting-more = Et { $count } de plus, une fois celles-ci décidées.
button-show = { $number } · { $title }
button-approve-all = ✓ Approuver les { $count }
toast-approved-all = Approuvé, pour ce qui vous revient.
refused-nothing-to-approve = Il n’y a rien ici que vous puissiez approuver.
menu-waiting = Ce qui attend un avis
