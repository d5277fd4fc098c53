import { can } from '@/domain/permissions'
import { viewerFromRequest } from './viewer-from-request'

export const mayUpload = async (cookie = ''): Promise<boolean> =>
	can(await viewerFromRequest({ headers: new Headers({ cookie }) }), 'keep photographs')
