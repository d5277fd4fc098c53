export const cancelled = 'Aucune clé d’accès n’a été utilisée. Vous pouvez réessayer ou continuer sans elle.'
export const unreachable = 'Le site est injoignable. Veuillez réessayer dans un instant.'
