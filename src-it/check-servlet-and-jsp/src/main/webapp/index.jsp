<%@ page contentType="text/html; charset=UTF-8" %>
<!DOCTYPE html>
<html lang="en">
<head><title>Town</title></head>
<body>
<%
  response.addCookie(new jakarta.servlet.http.Cookie("visited", "yes"));
%>
<script>
  document.cookie = "size=<%= request.getParameter("size") %>; path=/";
</script>
</body>
</html>
