"""urllib3.util.retry"""

from urllib3.util import Retry
