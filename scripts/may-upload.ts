import { viewerOf } from '@/app/viewer-of'
import { may } from '@/domain/permissions'

export const mayUpload = async (cookie = ''): Promise<boolean> =>
	may(await viewerOf({ headers: new Headers({ cookie }) }), 'keep photographs')
