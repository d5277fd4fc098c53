export const cancelled = 'Não foi usada nenhuma chave de acesso. Pode tentar de novo ou continuar sem ela.'
export const unreachable = 'Não foi possível contactar o site. Tente de novo dentro de momentos.'
