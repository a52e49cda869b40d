# Qué está mal en un filtro que se tecleó, y qué sería correcto.

typed-unknown-field = no hay ningún campo { $name }; póngalo entre comillas para buscarlo
typed-unknown-field-nearest = no hay ningún campo { $name } (el más parecido: { $nearest }); póngalo entre comillas para buscarlo
typed-unknown-value = { $field } no tiene { $value }
typed-unknown-value-nearest = { $field } no tiene { $value } (lo más parecido: { $nearest })
typed-unknown-value-among = { $field } no tiene { $value }; tiene { $among }
typed-takes-moment = { $field } admite un día (2026-11-20, today), un momento (2026-11-20T10:05:00Z, now) o, con < o >, un lapso (30m, 2h, 3d, 1w)
typed-takes-day = { $field } admite un día, como 2026-11-20 o today
typed-takes-flag = { $field } admite uno de open, closed, late, shared, unassigned, mine
typed-takes-one-value = { $field } admite un solo valor tras <, >, <= y >=
typed-takes-names = { $field } admite nombres separados por comas, sin < ni >
typed-takes-number = { $field } admite un número
typed-takes-whole-number = { $field } admite un número entero
typed-takes-boolean = { $field } admite true o false
typed-takes-text = { $field } admite un texto
typed-missing-alternative = falta lo que va a un lado de OR
typed-missing-group = falta lo que va entre paréntesis
typed-missing-value = falta el valor
typed-missing-user-defined-field = falta el nombre del campo definido por el usuario
typed-open-quote = las comillas no están cerradas
typed-parenthesis = el paréntesis no tiene pareja; póngalo entre comillas para buscarlo
typed-not-negatable = no se pueden excluir palabras ni partes de un texto
typed-not-compared = { $field } no se puede comparar así
typed-out-of-range = { $value } es más de lo que cabe en { $field }
typed-too-deep = los paréntesis pueden anidarse 32 veces como máximo
typed-too-many-words = se pueden buscar 32 palabras como máximo
typed-too-many-alternatives = junto a OR puede haber 500 condiciones como máximo
typed-too-many-conditions = un filtro puede tener 500 condiciones como máximo
typed-too-many-values = { $field } puede tener 500 valores como máximo
typed-refused = no se puede usar el filtro: { $reason }
